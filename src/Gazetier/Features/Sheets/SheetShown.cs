using Gazetier.Data;
using Gazetier.Features.LegalTexts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets;

/// <summary>What the page of a sheet says of itself.</summary>
/// <param name="Changed">Texts that it rests on and that changed since it was looked at.</param>
public sealed record SheetShown(Sheet Sheet, IReadOnlyList<ChangedText> Changed, DateOnly Today)
{
    /// <summary>Null: the article is no sheet that anybody keeps up to date.</summary>
    public static async Task<SheetShown?> FindAsync(GazetierDb db, long article, DateOnly today, CancellationToken cancel)
    {
        if (await db.Sheets.AsNoTracking().FirstOrDefaultAsync(s => s.ArticleId == article, cancel) is not { } sheet)
        {
            return null;
        }

        var changed = await db.ChangesUnder(article, sheet.ReviewedAt, today)
            .Join(db.LegalTexts.Where(t => t.AppearedAt != null), s => s.LegalTextId, t => t.Id, (s, t) => new ChangedText(t.Slug, t.Reference, t.Kind, s.Standing, s.On))
            .ToListAsync(cancel);
        return new SheetShown(sheet, changed, today);
    }
}

/// <summary>A text that changed under a sheet.</summary>
public sealed record ChangedText(string Slug, string Reference, LegalTextKind Kind, TextStanding Standing, DateOnly On);
