using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;

namespace Gazetier.Features.Sheets;

public static class SheetQueries
{
    /// <summary>Articles that are sheets by their format, whether anybody keeps them up to date or not.</summary>
    public static IQueryable<Article> OfSheets(this IQueryable<Article> articles) => articles.Where(a => a.Format == Format.HowTo || a.Format == Format.Revision);

    /// <summary>What became of the texts of an article since <paramref name="since"/> (UTC) and holds on <paramref name="today"/>: its sheet may be wrong.</summary>
    public static IQueryable<TextState> ChangesUnder(this GazetierDb db, long article, DateTime since, DateOnly today) =>
        db.TextStates.Where(s => s.Standing != TextStanding.InForce && s.On <= today && s.RecordedAt > since
            && db.Articles.Any(a => a.Id == article && a.LegalTexts.Any(t => t.Id == s.LegalTextId)));

    /// <summary>Sheets that somebody must look at: they end soon, have ended, or a text that they rest on has changed since.</summary>
    public static IQueryable<Sheet> ToReview(this GazetierDb db, DateOnly today)
    {
        var soon = today.AddDays(Sheet.DaysBefore);
        return db.Sheets.Where(s => s.ValidUntil < soon
            || db.TextStates.Any(x => x.Standing != TextStanding.InForce && x.On <= today && x.RecordedAt > s.ReviewedAt && s.Article.LegalTexts.Any(t => t.Id == x.LegalTextId)));
    }

    /// <summary>Those that have ended and nobody was told of.</summary>
    public static IQueryable<Sheet> ToRemind(this IQueryable<Sheet> sheets, DateOnly today) => sheets.Where(s => s.ValidUntil < today && s.RemindedAt == null);
}
