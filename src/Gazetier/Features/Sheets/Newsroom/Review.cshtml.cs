using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets.Newsroom;

/// <summary>Says of one sheet that it is right, for which day, until when, and who looks at it next.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class ReviewModel(GazetierDb db, ReviewSheet review, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "a-jour")]
    public string? UpToDateOn { get; set; }

    [BindProperty(Name = "valable")]
    public string? ValidUntil { get; set; }

    [BindProperty(Name = "gardien")]
    public Guid? Keeper { get; set; }

    public Article Article { get; private set; } = null!;

    public SheetShown? Shown { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> Staff { get; private set; } = [];

    private DateOnly Today { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        UpToDateOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ValidUntil = (Shown is null ? Today.AddMonths(6) : Shown.Sheet.ValidUntil)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Keeper = Shown?.Sheet.KeeperId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var (upToDate, valid) = (LocalMoment.ReadDay(UpToDateOn), LocalMoment.ReadDay(ValidUntil));
        Complain(upToDate is null || upToDate > Today, "a-jour", t["Écrivez une date, au plus tard celle d’aujourd’hui."]);
        Complain(!string.IsNullOrWhiteSpace(ValidUntil) && (valid is null || valid < upToDate), "valable", t["Écrivez une date qui vient après, ou rien."]);
        Complain(Keeper is { } keeper && !Staff.Any(one => one.Id == keeper), "gardien", t["Cette personne n’est plus de la rédaction."]);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await review.RunAsync(id, upToDate!.Value, valid, Keeper, HttpContext.SignedIn()!, cancel);
        return LocalRedirect("/redaction/fiches?fait=revue");
    }

    private void Complain(bool isWrong, string field, string sentence)
    {
        if (isWrong)
        {
            ModelState.Remove(field);
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Shown = await SheetShown.FindAsync(db, id, Today, cancel);
        StaffRole?[] roles = [.. Enum.GetValues<StaffRole>().Where(role => role.May(StaffAct.KeepIndex)).Select(role => (StaffRole?)role)];
        Staff = [.. (await db.Accounts.AsNoTracking().Where(a => roles.Contains(a.Role)).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel)).Select(a => (a.Id, a.DisplayName))];
        return (Article = (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel))!) is not null;
    }
}
