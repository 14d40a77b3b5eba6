using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Figures.Newsroom;

/// <summary>
/// What was posted, from the ledger, and who left. Whether a mail is opened, and where its links are followed, is not known: mails have no
/// hidden picture and their links are plain (L-52).
/// </summary>
[StaffMay(StaffAct.Write)]
public class LettersModel(GazetierDb db, Postings postings, Masthead masthead, AudienceFigures draw, Phrases t) : PageModel
{
    private const int Shown = 30;

    public Period Period { get; private set; }

    public long Left { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? jours, string? csv, CancellationToken cancel)
    {
        Period = Period.Of(jours, DateOnly.FromDateTime(await masthead.NowAsync(cancel)));
        var (now, _) = await db.ReadCounts.Where(c => c.Step == ReadStep.Left).AudiencesAsync(Period, cancel);
        Left = now.Of(ReadStep.Left);
        Figures = [await IssuesAsync(cancel), Leaving(now)];
        return this.Answer(Figures, csv, "envois");
    }

    private async Task<Figure> IssuesAsync(CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var (from, until) = (Utc(Period.From, zone), Utc(Period.To.AddDays(1), zone));
        var issues = await postings.OfAsync(db.Issues.Where(i => i.CreatedAt >= from && i.CreatedAt < until).OrderByDescending(i => i.CreatedAt).Take(Shown), cancel);
        var lines = issues.Select(i => new FigureLine($"{i.Title}, {t.Moment(i.At, zone)}", [i.Sent, i.Failed, i.Dropped, i.Waiting])).ToList();
        return new Figure("envois", t["Éditions parties"], [t["Édition"], t["Envoyés"], t["Refusés"], t["Retirés avant l’envoi"], t["En attente"]], lines)
        {
            Nothing = t["Aucune édition n’est partie ces jours-là."],
            Note = lines.Count == Shown ? t["Les {0} dernières éditions de la période.", Shown] : null,
        };
    }

    private Figure Leaving(Audience now)
    {
        var days = now.Period.Each().ToList();
        var numbers = days.Select(day => now.On(day, ReadStep.Left)).ToList();
        var title = t["Désinscriptions par jour"];
        return new Figure("desinscriptions", title, [t["Jour"], t["Désinscriptions"]], Left == 0 ? [] : [.. days.Select((day, i) => new FigureLine(draw.Day(day), [numbers[i]])
        {
            ForSpreadsheet = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        })])
        {
            Chart = Left == 0 || days.Count == 1 ? null : ChartDrawing.Columns(
                "desinscriptions", title, t.Plural(Left, "{0} désinscription.", "{0} désinscriptions."), [.. days.Select(draw.ShortDay)], [numbers], [], t.Culture),
            Nothing = t["Personne ne s’est désinscrit ces jours-là."],
        };
    }

    /// <summary>When a day of the newspaper begins.</summary>
    private static DateTime Utc(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
