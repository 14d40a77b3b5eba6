using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>An article as who arranges the front page sees it: it may not be out yet.</summary>
public sealed record PinnedArticle(long Id, string Headline, string Section, ArticleStatus Status, DateTime? PublishedAt, bool HasPicture)
{
    /// <summary>"Actualité · paraît le 24 novembre 2026 à 6 h".</summary>
    public string Said(DateTime now, TimeZoneInfo zone, Phrases t)
    {
        var when = Status != ArticleStatus.Published || PublishedAt is not { } at ? t["n’est pas publié : sa place reste libre"]
            : at > now ? t["paraît le {0}", t.Moment(at, zone)]
            : t.Moment(at, zone);
        return $"{Section} · {when}{(HasPicture ? "" : " · " + t["sans image"])}";
    }
}

/// <summary>What blocks can be filled with.</summary>
/// <param name="Name">French, as the key of the translation.</param>
public sealed record SubjectGroup(BlockKind Kind, string Name, IReadOnlyList<Named> Subjects)
{
    public static async Task<IReadOnlyList<SubjectGroup>> ReadAsync(GazetierDb db, CancellationToken cancel) =>
    [
        new(BlockKind.Theme, "Thèmes", InOrder(await db.Themes.Select(x => new Named(x.Id, x.Slug, x.Name)).ToListAsync(cancel))),
        new(BlockKind.Dossier, "Dossiers", InOrder(await db.Dossiers.Select(x => new Named(x.Id, x.Slug, x.Title)).ToListAsync(cancel))),
        new(BlockKind.Section, "Rubriques", InOrder(await db.Sections.Select(x => new Named(x.Id, x.Slug, x.Name)).ToListAsync(cancel))),
    ];

    private static List<Named> InOrder(List<Named> subjects) => [.. subjects.OrderBy(s => s.Name, French.Order)];
}

public static class PinnedArticles
{
    public static IQueryable<PinnedArticle> ToPinned(this IQueryable<Article> articles) =>
        articles.Select(a => new PinnedArticle(a.Id, a.Headline, a.MainSection.Name, a.Status, a.PublishedAt, a.LeadPictureId != null));
}
