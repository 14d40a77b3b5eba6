using System.Collections.Concurrent;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Gazetier.Mail.Dkim;

/// <summary>A private key that signs mails, RSA of 2048 bits (RFC 6376, 8301) or Ed25519 (RFC 8463), as a PEM file holds it.</summary>
public sealed class DkimKey
{
    private const int RsaBits = 2048;

    /// <summary>What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410).</summary>
    private static readonly byte[] EdPrefix = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly RSA? _rsa;
    private readonly Ed25519PrivateKeyParameters? _ed;
    private readonly ConcurrentBag<RSA> _spare = [];

    private DkimKey(RSA? rsa, Ed25519PrivateKeyParameters? ed) => (_rsa, _ed) = (rsa, ed);

    /// <summary>"rsa-sha256" or "ed25519-sha256".</summary>
    public string Algorithm => _rsa is null ? "ed25519-sha256" : "rsa-sha256";

    /// <summary>What stands in the DNS, of which everybody may know.</summary>
    public string Record => _rsa is null
        ? "v=DKIM1; k=ed25519; p=" + Convert.ToBase64String(_ed!.GeneratePublicKey().GetEncoded())
        : "v=DKIM1; k=rsa; p=" + Convert.ToBase64String(_rsa.ExportSubjectPublicKeyInfo());

    public static DkimKey MakeRsa() => new(RSA.Create(RsaBits), null);

    public static DkimKey MakeEd25519() => new(null, new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize)));

    /// <exception cref="CryptographicException">No key that can be read.</exception>
    public static DkimKey Read(string pem)
    {
        try
        {
            var fields = PemEncoding.Find(pem);
            var bytes = Convert.FromBase64String(pem[fields.Base64Data].ReplaceLineEndings(""));
            if (bytes.AsSpan().StartsWith(EdPrefix) && bytes.Length == EdPrefix.Length + Ed25519PrivateKeyParameters.KeySize)
            {
                return new DkimKey(null, new Ed25519PrivateKeyParameters(bytes, EdPrefix.Length));
            }

            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize >= 1024 ? new DkimKey(rsa, null) : throw new CryptographicException("The RSA key has less than 1024 bits.");
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException)
        {
            throw new CryptographicException("No private key in PEM.", broken);
        }
    }

    /// <summary>PKCS #8, as OpenSSL and OpenDKIM read it.</summary>
    public string ToPem() => _rsa is null
        ? PemEncoding.WriteString("PRIVATE KEY", [.. EdPrefix, .. _ed!.GetEncoded()])
        : _rsa.ExportPkcs8PrivateKeyPem();

    /// <param name="hash">SHA-256 of what is signed.</param>
    public byte[] Sign(byte[] hash)
    {
        if (_rsa is not null)
        {
            // Nobody promises that one object may be used by several at once: each takes its own.
            var rsa = _spare.TryTake(out var spare) ? spare : Copy(_rsa);
            var signature = rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            _spare.Add(rsa);
            return signature;
        }

        // RFC 8463: the hash is the message.
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _ed);
        signer.BlockUpdate(hash, 0, hash.Length);
        return signer.GenerateSignature();
    }

    private RSA Copy(RSA rsa)
    {
        lock (_spare)
        {
            var copy = RSA.Create();
            copy.ImportPkcs8PrivateKey(rsa.ExportPkcs8PrivateKey(), out _);
            return copy;
        }
    }
}
