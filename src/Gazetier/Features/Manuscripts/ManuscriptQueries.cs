using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

public static class ManuscriptQueries
{
    /// <summary>What is on its way to the page.</summary>
    public static IQueryable<Manuscript> InProgress(this IQueryable<Manuscript> manuscripts) =>
        // Said by the stages that it may stand at, not by those that it may not: then the index finds them among many published.
        manuscripts.Where(m => Stages.BeforePublication.Contains(m.Stage));

    /// <summary>What is still to be written.</summary>
    public static IQueryable<Manuscript> ToWrite(this IQueryable<Manuscript> manuscripts) => manuscripts.Where(m => Stages.BeforeHandover.Contains(m.Stage));

    /// <summary>What waits for who reads over, or for who publishes.</summary>
    public static IQueryable<Manuscript> HandedOver(this IQueryable<Manuscript> manuscripts) => manuscripts.Where(m => Stages.AfterHandover.Contains(m.Stage));

    /// <summary>Those at one stage; all, without one.</summary>
    public static IQueryable<Manuscript> At(this IQueryable<Manuscript> manuscripts, Stage? stage) =>
        stage is null ? manuscripts : manuscripts.Where(m => m.Stage == stage);

    /// <summary>Those of one section, not of those below it; all, without one.</summary>
    public static IQueryable<Manuscript> In(this IQueryable<Manuscript> manuscripts, Guid? section) =>
        section is null ? manuscripts : manuscripts.Where(m => m.MainSectionId == section);

    /// <inheritdoc cref="In(IQueryable{Manuscript}, Guid?)"/>
    public static IQueryable<Article> In(this IQueryable<Article> articles, Guid? section) =>
        section is null ? articles : articles.Where(a => a.MainSectionId == section);

    /// <summary>Those that one person writes; all, without one.</summary>
    public static IQueryable<Manuscript> Of(this IQueryable<Manuscript> manuscripts, Guid? writer) =>
        writer is null ? manuscripts : manuscripts.Where(m => m.WriterId == writer);

    /// <summary>Those whose headline holds these letters, or whose number this is; all, without any.</summary>
    public static IQueryable<Manuscript> Called(this IQueryable<Manuscript> manuscripts, string? words)
    {
        var asked = Fold.Of(words ?? "");
        var number = NumberIn(asked);
        return asked.Length == 0 ? manuscripts : manuscripts.Where(m => m.ArticleId == number || m.HeadlineFolded.Contains(asked));
    }

    /// <inheritdoc cref="Called(IQueryable{Manuscript}, string?)"/>
    public static IQueryable<Article> Called(this IQueryable<Article> articles, string? words)
    {
        var asked = Fold.Of(words ?? "");
        var number = NumberIn(asked);
        return asked.Length == 0 ? articles : articles.Where(a => a.Id == number || a.HeadlineFolded.Contains(asked));
    }

    /// <summary>What readers see or will see, the newest first; or what was taken off, the last taken first.</summary>
    public static IQueryable<Article> Seen(this IQueryable<Article> articles, bool isPublished) => isPublished
        ? articles.Where(a => a.Status == ArticleStatus.Published).NewestFirst()
        : articles.Where(a => a.Status == ArticleStatus.Withdrawn).OrderByDescending(a => a.ModifiedAt).ThenByDescending(a => a.Id);

    public static IQueryable<Manuscript> LastTouchedFirst(this IQueryable<Manuscript> manuscripts) =>
        manuscripts.OrderByDescending(m => m.SavedAt).ThenByDescending(m => m.ArticleId);

    /// <summary>What is due first; what has no date, after, the last touched first.</summary>
    public static IQueryable<Manuscript> DueFirst(this IQueryable<Manuscript> manuscripts) =>
        manuscripts.OrderBy(m => m.DueAt == null).ThenBy(m => m.DueAt).ThenByDescending(m => m.SavedAt);

    /// <summary>What is scheduled, the next first.</summary>
    public static IQueryable<Article> ToCome(this IQueryable<Article> articles, DateTime now) =>
        articles.Where(a => a.Status == ArticleStatus.Published && a.PublishedAt > now).OrderBy(a => a.PublishedAt).ThenBy(a => a.Id);

    public static IQueryable<ManuscriptLine> ToLines(this IQueryable<Manuscript> manuscripts) => manuscripts.Select(m => new ManuscriptLine
    {
        Id = m.ArticleId,
        Headline = m.Headline,
        Section = m.Article.MainSection.Name,
        Stage = m.Stage,
        Status = m.Article.Status,
        Writer = m.Writer == null ? null : m.Writer.DisplayName,
        Words = m.Words,
        WordsOrdered = m.WordsOrdered,
        DueAt = m.DueAt,
        PublishedAt = m.Article.PublishedAt,
        SavedAt = m.SavedAt,
    });

    /// <summary>Who signs stands for who writes, where nobody was named here: of imported articles, and of those that nobody has.</summary>
    public static IQueryable<ManuscriptLine> ToLines(this IQueryable<Article> articles, GazetierDb db) => articles.Select(a => new ManuscriptLine
    {
        Id = a.Id,
        Headline = a.Headline,
        Section = a.MainSection.Name,
        Stage = a.Status == ArticleStatus.Withdrawn ? Stage.Withdrawn : Stage.Published,
        Status = a.Status,
        Writer = db.Manuscripts.Where(m => m.ArticleId == a.Id).Select(m => m.Writer!.DisplayName).FirstOrDefault()
            ?? a.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name).FirstOrDefault(),
        Words = a.Words,
        PublishedAt = a.PublishedAt,
        SavedAt = a.ModifiedAt,
    });

    /// <summary>The article with everything that publishing may change, tracked.</summary>
    public static IQueryable<Article> ToPublish(this IQueryable<Article> articles) => articles
        .Include(a => a.OtherSections).Include(a => a.Themes).Include(a => a.Places).Include(a => a.LegalTexts).ThenInclude(t => t.States).ThenInclude(s => s.ByText).Include(a => a.Bylines).Include(a => a.DossierParts).Include(a => a.Corrections).AsSplitQuery();

    private static long NumberIn(string asked) => long.TryParse(asked.TrimStart('#'), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
