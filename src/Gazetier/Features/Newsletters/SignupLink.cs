using Gazetier.Data;

namespace Gazetier.Features.Newsletters;

/// <summary>The token of "/lettres/confirmer/{token}": one request, sealed. Nothing secret is stored; how long it works, its row says.</summary>
public sealed class SignupLink(SecretKeys keys)
{
    private const string KeyName = "newsletter-signup";
    private const int IdBytes = 16;

    public async ValueTask<string> TokenAsync(Guid request, CancellationToken cancel) =>
        SealedToken.Write(await keys.GetAsync(KeyName, cancel), request.ToByteArray(bigEndian: true));

    /// <summary>The request that a token names; null when it is none of ours.</summary>
    public async ValueTask<Guid?> ReadAsync(string token, CancellationToken cancel) =>
        SealedToken.Read(await keys.GetAsync(KeyName, cancel), token) is { Length: IdBytes } id ? new Guid(id, bigEndian: true) : null;
}
