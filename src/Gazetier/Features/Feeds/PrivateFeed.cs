using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>
/// Ma Gazette as a feed: what one reader follows, at an address that is theirs alone. It tells of articles as the public feeds do, and
/// holds whole only what is open to all: an address that falls into other hands opens nothing.
/// </summary>
public class PrivateFeed(GazetierDb db, SecretKeys keys, FeedSource source, Phrases t, TimeProvider clock)
{
    private const string KeyName = "feed";
    private const int IdBytes = 16;

    /// <summary>Where the feeds lie; what follows is the key.</summary>
    public const string Root = "/ma-gazette/flux/";

    /// <summary>The path of a key's feeds, with its slash.</summary>
    public async Task<string> PathAsync(FeedKey key, CancellationToken cancel) =>
        Root + SealedToken.Write(await keys.GetAsync(KeyName, cancel), key.Id.ToByteArray(bigEndian: true)) + "/";

    /// <summary>Behind a key's path: the feed of one search or phrase.</summary>
    public static string PathOf(Guid search) => $"{search:N}/";

    /// <summary>Null: the address is nobody's, or was given up.</summary>
    /// <param name="search">Of what the reader follows, this search or phrase alone; null: all of it.</param>
    public async Task<Feed?> FindAsync(string token, Guid? search, CancellationToken cancel)
    {
        if (await AccountAsync(token, cancel) is not { } account)
        {
            return null;
        }

        var follows = await db.Follows.OfAsync(account.Id, cancel);
        var one = search is null ? null : follows.FirstOrDefault(f => f.Subject.Kind == FollowKind.Keyword && f.Subject.Id == search);
        return search is not null && one is null ? null : await OfAsync(account, token, one, [.. (one is null ? follows : [one]).Select(f => f.Subject)], cancel);
    }

    private async Task<Feed> OfAsync(Accounts.Account account, string token, Followed? one, IReadOnlyList<Subject> follows, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rights = await db.RightsOfAsync(account.Id, account.Role is not null, cancel);
        var readable = await db.Listings.ReadableAsync(follows, rights, now, cancel);
        var ids = follows.Count == 0 ? [] : await db.Listings.Followed(follows, readable, now).Take(FeedSource.Length).ToListAsync(cancel);
        var (title, says) = one is null ? (t["Ma Gazette"], t["Ce qui paraît dans ce que vous suivez."]) : (t["Ma Gazette : {0}", one.Label ?? ""], t["Ce qui paraît et répond à « {0} ».", one.Label ?? ""]);
        return await source.OfAsync(title, says, Root + token + "/" + (one is null ? "" : PathOf(one.Subject.Id)), await db.Articles.CardsAsync(ids, now, cancel), cancel);
    }

    private async Task<Accounts.Account?> AccountAsync(string token, CancellationToken cancel)
    {
        if (SealedToken.Read(await keys.GetAsync(KeyName, cancel), token) is not { Length: IdBytes } named)
        {
            return null;
        }

        var id = new Guid(named, bigEndian: true);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => db.FeedKeys.Any(k => k.Id == id && k.AccountId == a.Id), cancel);
    }
}
