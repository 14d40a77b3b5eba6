using System.Globalization;
using System.Xml;
using Gazetier.Data;
using Gazetier.Features.Agenda;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Licensing;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newsletters;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>
/// The sitemap: every list and every published article. One file while it may be one; beyond, an index, whose first parts
/// hold the lists and the others the articles by number. What search may not have is left out.
/// </summary>
public class Sitemap(GazetierDb db, ReadPolicy read, PublicAddress address, TimeProvider clock)
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Addresses in a file, at most; the protocol's own limit.</summary>
    public int Limit { get; init; } = 50_000;

    private async Task<IQueryable<Article>> PublishedAsync(CancellationToken cancel) =>
        db.Articles.TagWith("sitemap").AsNoTracking().Published(clock.GetUtcNow().UtcDateTime).OpenToSearch(await read.RunAsync(cancel));

    /// <summary>/sitemap.xml</summary>
    public async Task<byte[]> WriteAsync(CancellationToken cancel)
    {
        var lists = await ListsAsync(cancel);
        var articles = await (await PublishedAsync(cancel)).CountAsync(cancel);
        if (lists.Count + articles > Limit)
        {
            return Index(Parts(lists.Count) + Parts(articles));
        }

        return Urls([.. lists, .. await ArticlesAsync(0, cancel)]);
    }

    /// <summary>/sitemap-1.xml and following; null where the index names no such part.</summary>
    public async Task<byte[]?> WritePartAsync(int number, CancellationToken cancel)
    {
        if (number < 1 || number > 10_000)
        {
            return null;
        }

        var lists = await ListsAsync(cancel);
        var ofLists = Parts(lists.Count);
        List<Page> pages = number <= ofLists ? [.. lists.Skip((number - 1) * Limit).Take(Limit)] : await ArticlesAsync(number - ofLists - 1, cancel);
        return pages.Count == 0 ? null : Urls(pages);
    }

    private int Parts(int pages) => (pages + Limit - 1) / Limit;

    private async Task<List<Page>> ListsAsync(CancellationToken cancel)
    {
        var policy = await read.RunAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var sections = (await db.Sections.OrderBy(s => s.Position).Select(s => new { s.Id, s.Slug }).ToListAsync(cancel)).Where(s => policy.Of(s.Id).MaySearch).ToList();
        var clubs = (await db.Clubs.Where(c => c.OpenedAt != null).OrderBy(c => c.Position).Select(c => new { c.SectionId, c.Section.Slug }).ToListAsync(cancel)).Where(c => policy.Of(c.SectionId).MaySearch);
        List<string> open = [.. sections.Select(s => $"/rubriques/{s.Slug}/"), .. clubs.Select(c => ClubAddress.Of(c.Slug))];
        if (!policy.Paper.MaySearch)
        {
            return [.. open.Select(path => new Page(path, null))];
        }

        List<string> paths =
        [
            "/",
            "/abonnement/",
            .. open,
            ClubAddress.All,
            "/themes/",
            .. await db.Themes.OrderBy(t => t.Slug).Select(t => "/themes/" + t.Slug + "/").ToListAsync(cancel),
            "/dossiers/",
            .. await db.Dossiers.OrderBy(d => d.Slug).Select(d => "/dossiers/" + d.Slug + "/").ToListAsync(cancel),
            .. await db.Authors.OrderBy(a => a.Slug).Select(a => "/auteurs/" + a.Slug + "/").ToListAsync(cancel),
            .. await db.Places.Where(p => db.Listings.Any(l => l.ListId == p.Id && l.PublishedAt <= now)).OrderBy(p => p.Slug).Select(p => "/lieux/" + p.Slug + "/").ToListAsync(cancel),
            ArticleAddress.Corrections,
            "/textes/",
            .. Enum.GetValues<LegalTextKind>().Select(LegalTextAddress.Of),
            .. await db.LegalTexts.Published(now).OrderBy(t => t.Slug).Select(t => "/textes/" + t.Slug + "/").ToListAsync(cancel),
            "/fiches/",
            "/concours/",
            "/quiz/",
            .. await db.Quizzes.Where(q => q.AppearedAt <= now).OrderBy(q => q.Slug).Select(q => "/quiz/" + q.Slug + "/").ToListAsync(cancel),
            AgendaQueries.Root,
            .. await db.AgendaEvents.Where(e => e.IsPublished).OrderBy(e => e.Slug).Select(e => AgendaQueries.Root + e.Slug + "/").ToListAsync(cancel),
            AnnouncementAddress.All,
            .. Enum.GetValues<AnnouncementKind>().Select(kind => AnnouncementAddress.Of(kind)),
            .. (await db.Announcements.Open(now).OrderBy(a => a.Id).Select(a => new { a.Id, a.Title }).ToListAsync(cancel)).Select(a => AnnouncementAddress.Of(a.Id, a.Title)),
            MagazineQueries.Root,
            .. (await db.PrintIssues.Published(now).NewestFirst().Select(i => i.Number).ToListAsync(cancel)).Select(number => FormattableString.Invariant($"{MagazineQueries.Root}{number}/")),
            "/lettres/",
            .. await db.Newsletters.Where(n => n.IsOpen || n.LastNumber > 0).OrderBy(n => n.Slug).Select(n => "/lettres/" + n.Slug + "/").ToListAsync(cancel),
            .. (await db.NewsletterIssues.Posted().OrderBy(i => i.Newsletter.Slug).ThenBy(i => i.Number).Select(i => new { i.Newsletter.Slug, i.Number }).ToListAsync(cancel)).Select(i => FormattableString.Invariant($"/lettres/{i.Slug}/{i.Number}")),
        ];
        return [.. paths.Select(path => new Page(path, null))];
    }

    /// <summary>By number: a part stays what it is when new articles come.</summary>
    private async Task<List<Page>> ArticlesAsync(int part, CancellationToken cancel)
    {
        var found = await (await PublishedAsync(cancel)).OrderBy(a => a.Id).Skip(part * Limit).Take(Limit)
            .Select(a => new { a.Id, a.Slug, a.PublishedAt, a.ModifiedAt }).ToListAsync(cancel);
        return [.. found.Select(a => new Page(ArticleAddress.Of(a.Id, a.Slug), a.ModifiedAt > a.PublishedAt ? a.ModifiedAt : a.PublishedAt))];
    }

    private byte[] Index(int parts) => Xml.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Schema);
        for (var number = 1; number <= parts; number++)
        {
            xml.WriteStartElement("sitemap");
            xml.Text("loc", address.Of(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{number}.xml")));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private byte[] Urls(List<Page> pages) => Xml.Write(xml =>
    {
        xml.WriteStartElement("urlset", Schema);
        foreach (var page in pages)
        {
            WriteUrl(xml, page);
        }

        xml.WriteEndElement();
    });

    private void WriteUrl(XmlWriter xml, Page page)
    {
        xml.WriteStartElement("url");
        xml.Text("loc", address.Of(page.Path));
        if (page.ModifiedAt is { } at)
        {
            xml.Text("lastmod", Iso8601.Of(at));
        }

        xml.WriteEndElement();
    }

    private sealed record Page(string Path, DateTime? ModifiedAt);
}
