using Gazetier.Data;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

public static class LegalTextQueries
{
    /// <summary>What readers find.</summary>
    public static IQueryable<LegalText> Published(this IQueryable<LegalText> texts, DateTime now) => texts.Where(t => t.AppearedAt <= now);

    /// <summary>The newest first, by their own date.</summary>
    public static IQueryable<LegalText> NewestFirst(this IQueryable<LegalText> texts) => texts.OrderByDescending(t => t.SignedOn).ThenByDescending(t => t.Id);

    /// <summary>With what became of them, and by which text.</summary>
    public static IQueryable<LegalText> WithStates(this IQueryable<LegalText> texts) => texts.Include(t => t.States).ThenInclude(s => s.ByText).AsSplitQuery();

    /// <summary>Those that hold all the words.</summary>
    public static IQueryable<LegalText> Matching(this IQueryable<LegalText> texts, string? words)
    {
        foreach (var word in Fold.Of(Printable.Line(words ?? "")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            texts = texts.Where(t => t.Folded.Contains(word));
        }

        return texts;
    }

    /// <summary>Those that stand so on a day: <see cref="LegalText.StandingOn"/>, as the databases say it.</summary>
    public static IQueryable<LegalText> Standing(this IQueryable<LegalText> texts, TextStanding standing, DateOnly day) => standing == TextStanding.InForce
        ? texts.Where(t => !t.States.Any(s => s.On <= day)
            || t.States.Where(s => s.On <= day).OrderByDescending(s => s.On).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).First().Standing == standing)
        : texts.Where(t => t.States.Where(s => s.On <= day).OrderByDescending(s => s.On).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).First().Standing == standing);

    /// <summary>How some texts are called, in a form that <see cref="WrittenTexts"/> reads back.</summary>
    public static async Task<IReadOnlyList<string>> TextsNamedAsync(this GazetierDb db, IReadOnlyCollection<Guid>? ids, CancellationToken cancel) =>
        ids is null ? [] : await db.LegalTexts.AsNoTracking().Where(t => ids.Contains(t.Id)).NewestFirst().Select(t => t.Reference).ToListAsync(cancel);

    /// <summary>The year of their own date.</summary>
    public static IQueryable<LegalText> OfYear(this IQueryable<LegalText> texts, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return texts.Where(t => t.SignedOn >= first && t.SignedOn <= last);
    }
}
