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

    /// <summary>Null: the address is nobody's, or was given up.</summary>
    public async Task<Feed?> FindAsync(string token, CancellationToken cancel)
    {
        if (await AccountAsync(token, cancel) is not { } account)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var follows = await db.Follows.SubjectsOfAsync(account.Id, cancel);
        var rights = await db.RightsOfAsync(account.Id, account.Role is not null, cancel);
        var readable = await db.Listings.ReadableAsync(follows, rights, now, cancel);
        var ids = follows.Count == 0 ? [] : await db.Listings.Followed(follows, readable, now).Take(FeedSource.Length).ToListAsync(cancel);
        return await source.OfAsync(t["Ma Gazette"], t["Ce qui paraît dans ce que vous suivez."], Root + token + "/", await db.Articles.CardsAsync(ids, now, cancel), cancel);
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
