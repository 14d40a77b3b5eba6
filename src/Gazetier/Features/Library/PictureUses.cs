using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>
/// Where pictures are used. Texts are searched for a picture's address, as nothing else says what they show: a second for ten
/// thousand articles, asked by the newsroom only.
/// </summary>
public class PictureUses(GazetierDb db)
{
    /// <summary>As many as somebody would throw away in one go; what a query may name is limited.</summary>
    public const int MostUnused = 1_000;

    public async Task<IReadOnlyList<Use>> OfAsync(Picture picture, CancellationToken cancel)
    {
        var keys = await KeysAsync(picture, cancel);
        var leads = await db.Articles.Where(a => a.LeadPictureId == picture.Id).Select(a => new { a.Id, a.Headline }).ToListAsync(cancel);
        var bodies = new Dictionary<long, string>();
        var drafts = new Dictionary<long, string>();
        foreach (var address in keys.Select(Address))
        {
            await AddAsync(bodies, db.Articles.Where(a => a.Body.Contains(address)).Select(a => KeyValuePair.Create(a.Id, a.Headline)), cancel);
            await AddAsync(drafts, Drafts(address), cancel);
        }

        // A manuscript names its lead picture by its id.
        await AddAsync(drafts, Drafts(picture.Id.ToString()), cancel);
        var portraits = await db.Authors.Where(a => a.PortraitId == picture.Id).Select(a => new { a.Name, a.Slug }).ToListAsync(cancel);
        var covers = await db.PrintIssues.Where(i => i.CoverId == picture.Id).Select(i => new { i.Title, i.Number }).ToListAsync(cancel);
        return
        [
            .. leads.Select(a => new Use(UseKind.LeadPicture, a.Headline, Desk(a.Id))),
            .. bodies.Select(a => new Use(UseKind.Body, a.Value, Desk(a.Key))),
            .. drafts.Where(a => !bodies.ContainsKey(a.Key) && !leads.Exists(lead => lead.Id == a.Key)).Select(a => new Use(UseKind.Draft, a.Value, Desk(a.Key))),
            .. portraits.Select(a => new Use(UseKind.Portrait, a.Name, $"/auteurs/{a.Slug}/")),
            .. covers.Select(i => new Use(UseKind.Cover, i.Title, FormattableString.Invariant($"/redaction/magazine/{i.Number}"))),
        ];
    }

    /// <summary>The key that it has and those that it had: texts may still name it by an old one.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(Picture picture, CancellationToken cancel) =>
        [picture.Key, .. await db.FormerPictureKeys.Where(f => f.PictureId == picture.Id).Select(f => f.Key).ToListAsync(cancel)];

    /// <summary>
    /// The newest <see cref="MostUnused"/> pictures that nothing uses. Reads all texts once: for a view that is seldom asked for.
    /// </summary>
    public async Task<IQueryable<Picture>> UnusedAsync(CancellationToken cancel)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var body in db.Articles.AsNoTracking().Where(a => a.Body.Contains(BodyShelf)).Select(a => a.Body).AsAsyncEnumerable().WithCancellation(cancel))
        {
            used.UnionWith(ShowPictures.KeysIn(body));
        }

        var leads = new HashSet<Guid>();
        await foreach (var json in Newest().Select(r => r.Json).AsAsyncEnumerable().WithCancellation(cancel))
        {
            used.UnionWith(ShowPictures.KeysIn(json));
            if (Content.FromJson(json).LeadPicture is { } lead)
            {
                leads.Add(lead);
            }
        }

        var former = await db.FormerPictureKeys.AsNoTracking().ToListAsync(cancel);
        leads.UnionWith(former.Where(f => used.Contains(f.Key)).Select(f => f.PictureId));
        var free = await db.Pictures.Where(p => !db.Articles.Any(a => a.LeadPictureId == p.Id) && !db.Authors.Any(a => a.PortraitId == p.Id) && !db.PrintIssues.Any(i => i.CoverId == p.Id))
            .NewestFirst().Select(p => new { p.Id, p.Key }).ToListAsync(cancel);
        var unused = free.Where(p => !used.Contains(p.Key) && !leads.Contains(p.Id)).Take(MostUnused).Select(p => p.Id).ToList();
        return db.Pictures.Where(p => unused.Contains(p.Id));
    }

    /// <summary>Articles that readers see with it, with all that says which pages show them.</summary>
    public async Task<IReadOnlyList<Article>> ArticlesAsync(Picture picture, CancellationToken cancel)
    {
        var articles = new Dictionary<long, Article>();
        foreach (var address in (await KeysAsync(picture, cancel)).Select(Address))
        {
            foreach (var article in await db.Articles.ToPublish().Where(a => a.LeadPictureId == picture.Id || a.Body.Contains(address)).ToListAsync(cancel))
            {
                articles[article.Id] = article;
            }
        }

        return [.. articles.Values];
    }

    /// <summary>The revisions that are being written and name it, tracked.</summary>
    public async Task<IReadOnlyList<Revision>> RevisionsAsync(string key, CancellationToken cancel)
    {
        var address = Address(key);
        return await Newest().Where(r => r.Json.Contains(address)).ToListAsync(cancel);
    }

    private const string BodyShelf = "/images/";

    private static string Address(string key) => $"{BodyShelf}{key}/";

    private static string Desk(long id) => FormattableString.Invariant($"/redaction/articles/{id}");

    private IQueryable<Revision> Newest() => db.Revisions.Where(r => db.Manuscripts.Any(m => m.ArticleId == r.ArticleId && m.Newest == r.Number));

    private IQueryable<KeyValuePair<long, string>> Drafts(string said) => db.Manuscripts
        .Where(m => db.Revisions.Any(r => r.ArticleId == m.ArticleId && r.Number == m.Newest && r.Json.Contains(said)))
        .Select(m => KeyValuePair.Create(m.ArticleId, m.Headline));

    private static async Task AddAsync(Dictionary<long, string> found, IQueryable<KeyValuePair<long, string>> articles, CancellationToken cancel)
    {
        foreach (var (id, headline) in await articles.ToListAsync(cancel))
        {
            found[id] = headline;
        }
    }
}
