using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>An article that came without a manuscript, from an import, gets one when somebody first works on it (docs/decisions/0012).</summary>
public static class OpenedManuscripts
{
    /// <summary>The newest content of a manuscript; of an article that has none yet, the article's own. Null without the article.</summary>
    public static async Task<Content?> NewestContentAsync(this GazetierDb db, long articleId, CancellationToken cancel)
    {
        var json = await db.Manuscripts.Where(m => m.ArticleId == articleId)
            .Join(db.Revisions, m => new { m.ArticleId, Number = m.Newest }, r => new { r.ArticleId, r.Number }, (m, r) => r.Json)
            .FirstOrDefaultAsync(cancel);
        if (json is not null)
        {
            return await db.ResolveAsync(Content.FromJson(json), cancel);
        }

        var article = await db.Articles.AsNoTracking().ToPublish().FirstOrDefaultAsync(a => a.Id == articleId, cancel);
        return article is null ? null : Content.Of(article);
    }

    /// <summary>What a save begins from that somebody writes on what is the newest now.</summary>
    public static async Task<StartingPoint> StartingPointAsync(this GazetierDb db, long articleId, CancellationToken cancel)
    {
        var newest = await db.Manuscripts.Where(m => m.ArticleId == articleId)
            .Join(db.Revisions, m => new { m.ArticleId, Number = m.Newest }, r => new { r.ArticleId, r.Number }, (m, r) => new { r.Number, r.SavedAt })
            .FirstOrDefaultAsync(cancel);
        return newest is null ? default : StartingPoint.Of(newest.Number, newest.SavedAt);
    }

    /// <summary>The manuscript, tracked; of an article that has none yet, a new one with the article as its first revision, not saved.</summary>
    public static async Task<Manuscript?> OpenManuscriptAsync(this GazetierDb db, long articleId, DateTime now, CancellationToken cancel)
    {
        if (await db.Manuscripts.FirstOrDefaultAsync(m => m.ArticleId == articleId, cancel) is { } known)
        {
            return known;
        }

        if (await db.Articles.ToPublish().FirstOrDefaultAsync(a => a.Id == articleId, cancel) is not { } article)
        {
            return null;
        }

        var content = Content.Of(article);
        var manuscript = new Manuscript
        {
            ArticleId = articleId,
            Stage = StageOf(article.Status),
            Headline = content.Headline,
            MainSectionId = content.MainSection,
            Words = content.Words,
            Newest = 1,
            LastNumber = 1,
            PublishedRevision = article.Status == ArticleStatus.Published ? 1 : null,
            SavedAt = now,
        };
        db.Manuscripts.Add(manuscript);
        db.Revisions.Add(Found(articleId, content, now));
        return manuscript;
    }

    /// <summary>The stage of an article that has no manuscript.</summary>
    public static Stage StageOf(ArticleStatus status) => status switch
    {
        ArticleStatus.Published => Stage.Published,
        ArticleStatus.Withdrawn => Stage.Withdrawn,
        _ => Stage.Writing,
    };

    private static Revision Found(long articleId, Content content, DateTime now) => new()
    {
        ArticleId = articleId,
        Number = 1,
        Kind = RevisionKind.Found,
        BeganAt = now,
        SavedAt = now,
        IsSealed = true,
        Words = content.Words,
        Json = content.ToJson(),
    };
}
