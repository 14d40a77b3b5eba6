using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Tests.Features.Accounts.Factors;

/// <summary>A device with one passkey, as the standard describes it (WebAuthn, ES256, no attestation): answers what it is asked.</summary>
public sealed class PasskeyDevice : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";

    public string Origin { get; init; } = "http://localhost";

    /// <summary>Whether it asks for a finger before it answers.</summary>
    public bool IsVerified { get; init; } = true;

    public uint Count { get; set; } = 1;

    /// <summary>A new passkey, as the browser sends it.</summary>
    public string Make(string question)
    {
        using var asked = JsonDocument.Parse(question);
        _userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, 0x40), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] length = [0x59, (byte)(data.Length >> 8), (byte)data.Length];
        byte[] attestation = [0xa3, .. Name("fmt"), .. Name("none"), .. Name("attStmt"), 0xa0, .. Name("authData"), .. length, .. data];
        return Answer(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Text(attestation),
            ["transports"] = new[] { "internal" },
        });
    }

    /// <summary>A proof, as the browser sends it.</summary>
    public string Prove(string question)
    {
        using var asked = JsonDocument.Parse(question);
        var client = ClientData("webauthn.get", asked);
        var head = Head(asked.RootElement.GetProperty("rpId").GetString()!, 0);
        var signature = _key.SignData([.. head, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(head),
            ["signature"] = Text(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Head(string host, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)(flags | 0x01 | (IsVerified ? 0x04 : 0)), .. count];
    }

    private byte[] ClientData(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = false,
    });

    private string Answer(Dictionary<string, object> response) => JsonSerializer.Serialize(new
    {
        id = Text(_id),
        rawId = Text(_id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static byte[] Name(string name) => [(byte)(0x60 + name.Length), .. Encoding.ASCII.GetBytes(name)];

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
