using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>
/// Reads the board: a column for each stage on the way, and one for what is scheduled. A query a column, each led by an index:
/// what it costs does not grow with the number of articles that are out.
/// </summary>
public class ReadBoard(GazetierDb db)
{
    /// <summary>Cards in a column; the list of articles shows the others.</summary>
    public const int MostInColumn = 60;

    /// <param name="now">UTC.</param>
    public async Task<IReadOnlyList<BoardColumn>> RunAsync(PlanFilter filter, DateTime now, CancellationToken cancel)
    {
        var columns = new List<BoardColumn>();
        foreach (var stage in Stages.BeforePublication)
        {
            columns.Add(ColumnOf(stage, await At(stage, filter).Take(MostInColumn + 1).ToListAsync(cancel)));
        }

        columns.Add(ColumnOf(Stage.Published, await Scheduled(filter, now).Take(MostInColumn + 1).ToListAsync(cancel)));
        return columns;
    }

    private static BoardColumn ColumnOf(Stage stage, List<BoardCard> cards) => new(stage, [.. cards.Take(MostInColumn)], cards.Count > MostInColumn);

    private IQueryable<BoardCard> At(Stage stage, PlanFilter filter) =>
        filter.Of(db.Manuscripts.AsNoTracking()).At(stage)
            .OrderBy(m => m.DueAt == null).ThenBy(m => m.DueAt).ThenByDescending(m => m.SavedAt)
            .Select(m => new BoardCard
            {
                Id = m.ArticleId,
                Headline = m.Headline,
                Stage = m.Stage,
                SectionId = m.MainSectionId,
                WriterId = m.WriterId,
                Writer = m.Writer == null ? null : m.Writer.DisplayName,
                DueAt = m.DueAt,
                PublishedAt = m.Article.PublishedAt,
                EmbargoUntil = m.EmbargoUntil,
                Words = m.Words,
                WordsOrdered = m.WordsOrdered,
                OpenNotes = db.Notes.Count(n => n.ArticleId == m.ArticleId && n.ResolvedAt == null),
            });

    /// <summary>What an import scheduled has no manuscript; what is reworked meanwhile stands at its stage, with the time at which it appears.</summary>
    private IQueryable<BoardCard> Scheduled(PlanFilter filter, DateTime now) =>
        filter.Of(db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published && a.PublishedAt > now), db)
            .LeftJoin(db.Manuscripts, a => a.Id, m => m.ArticleId, (a, m) => new { Article = a, Manuscript = m })
            .Where(x => x.Manuscript == null || x.Manuscript.Stage == Stage.Published)
            .OrderBy(x => x.Article.PublishedAt).ThenBy(x => x.Article.Id)
            .Select(x => new BoardCard
            {
                Id = x.Article.Id,
                Headline = x.Article.Headline,
                Stage = Stage.Published,
                SectionId = x.Article.MainSectionId,
                WriterId = x.Manuscript!.WriterId,
                // As in the list of the desk: who signs, where nobody was named to write it.
                Writer = x.Manuscript.Writer!.DisplayName ?? x.Article.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name).FirstOrDefault(),
                PublishedAt = x.Article.PublishedAt,
                Words = x.Article.Words,
                WordsOrdered = x.Manuscript.WordsOrdered,
                OpenNotes = db.Notes.Count(n => n.ArticleId == x.Article.Id && n.ResolvedAt == null),
            });
}

/// <summary>A column of the board.</summary>
/// <param name="Stage">Published: what is scheduled.</param>
/// <param name="HasMore">There are more cards than it shows.</param>
public sealed record BoardColumn(Stage Stage, IReadOnlyList<BoardCard> Cards, bool HasMore);
