using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;

namespace Gazetier.Features.Feeds;

/// <summary>All feeds that are not one reader's own, by the page that they belong to.</summary>
public class PublicFeeds(FeedSource articles, CorrectionsFeed corrections, LegalTextsFeed texts, ExamsFeed exams, AnnouncementsFeed announcements, MagazineFeed magazine)
{
    /// <summary>Addresses of pages that have feeds, as routes write them.</summary>
    public static readonly IReadOnlyList<string> Pages =
    [
        "/",
        "/rubriques/{slug}/",
        "/themes/{slug}/",
        "/dossiers/{slug}/",
        "/auteurs/{slug}/",
        ArticleAddress.Corrections,
        LegalTextAddress.All,
        LegalTextAddress.All + "genre/{kind}/",
        "/concours/",
        AnnouncementAddress.All,
        AnnouncementAddress.All + "{kind}/",
        MagazineQueries.Root,
    ];

    /// <summary>Null where there is no such page. Leaves the tags of what it found with the request.</summary>
    /// <param name="page">The path of the page, with its slash.</param>
    public async Task<Feed?> FindAsync(string page, HttpContext context) => page.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => await articles.FindAsync(FeedKind.WholePaper, "", context),
        ["rubriques", var slug] => await articles.FindAsync(FeedKind.Section, slug, context),
        ["themes", var slug] => await articles.FindAsync(FeedKind.Theme, slug, context),
        ["dossiers", var slug] => await articles.FindAsync(FeedKind.Dossier, slug, context),
        ["auteurs", var slug] => await articles.FindAsync(FeedKind.Author, slug, context),
        ["corrections"] => await corrections.ReadAsync(context),
        ["textes"] => await texts.ReadAsync(null, context),
        ["textes", "genre", var kind] => LegalTextAddress.KindOf(kind) is { } known ? await texts.ReadAsync(known, context) : null,
        ["concours"] => await exams.ReadAsync(context),
        ["annonces"] => await announcements.ReadAsync(null, context),
        ["annonces", var kind] => AnnouncementAddress.KindOf(kind) is { } known ? await announcements.ReadAsync(known, context) : null,
        ["magazine"] => await magazine.ReadAsync(context),
        _ => null,
    };
}
