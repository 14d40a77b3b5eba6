using System.Text;
using Gazetier.Data;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The token of "/u/{token}": one account and one list, signed, without an end, so that a link in an old mail still works
/// (E-02). Nothing is stored for it.
/// </summary>
public sealed class UnsubscribeLink(SecretKeys keys)
{
    private const int IdBytes = 16;

    /// <summary>Makes the tokens of one list.</summary>
    public async ValueTask<Func<Guid, string>> ForAsync(string list, CancellationToken cancel)
    {
        var key = await keys.GetAsync("unsubscribe", cancel);
        return account => SealedToken.Write(key, [.. account.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(list)]);
    }

    /// <summary>Whom a token takes off which list; null when it is not one of ours.</summary>
    public async ValueTask<Leaver?> ReadAsync(string token, CancellationToken cancel) =>
        SealedToken.Read(await keys.GetAsync("unsubscribe", cancel), token) is { Length: >= IdBytes } named
            ? new Leaver(new Guid(named.AsSpan(0, IdBytes), bigEndian: true), Encoding.UTF8.GetString(named.AsSpan(IdBytes)))
            : null;
}

/// <summary>Who leaves which list.</summary>
public sealed record Leaver(Guid AccountId, string List);
