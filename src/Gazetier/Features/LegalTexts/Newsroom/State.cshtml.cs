using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>Notes what became of a legal text, or takes a note back that nobody was told of.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class StateModel(GazetierDb db, ChangeTextState change, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "etat")]
    public TextStanding Standing { get; set; } = TextStanding.Amended;

    [BindProperty(Name = "depuis")]
    public string? On { get; set; }

    [BindProperty(Name = "par")]
    public string? By { get; set; }

    [BindProperty(Name = "motif")]
    public string? Reason { get; set; }

    [BindProperty(Name = "prevenir")]
    public bool Tells { get; set; }

    /// <summary>Instead of all that: the change that is taken back.</summary>
    [BindProperty(Name = "annuler")]
    public Guid? Undo { get; set; }

    public LegalText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Tells = true;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Undo is { } undone)
        {
            var isUndone = await change.TakeBackAsync(Text, undone, HttpContext.SignedIn()!, cancel);
            return LocalRedirect($"{LegalTextAddress.Newsroom}/{id}?fait={(isUndone ? "annule" : "trop-tard")}");
        }

        if (await ReadAsync(cancel) is not { } state)
        {
            return this.Refused();
        }

        await change.AddAsync(Text, state, HttpContext.SignedIn()!, cancel);
        return LocalRedirect($"{LegalTextAddress.Newsroom}/{id}?fait={(Tells ? "etat" : "note")}");
    }

    /// <summary>Null, with what is to be corrected.</summary>
    private async Task<TextState?> ReadAsync(CancellationToken cancel)
    {
        var reason = Printable.Only(Reason ?? "").Trim();
        var by = Printable.Line(By ?? "");
        Complain(!Enum.IsDefined(Standing), "etat", t["Choisissez ce que le texte est désormais."]);
        Complain(LocalMoment.ReadDay(On) is null, "depuis", t["Écrivez une date, comme 23/11/2026."]);
        Complain(reason.Length is 0 or > TextState.MaxReason, "motif", t["Dites ce qui change, en {0} signes au plus.", TextState.MaxReason]);
        Complain(by.Length > LegalText.MaxLine, "par", t["{0} signes au plus, ici {1}.", LegalText.MaxLine, by.Length]);
        if (!ModelState.IsValid)
        {
            return null;
        }

        var meant = await WrittenTexts.FindAsync(db, by, cancel);
        var one = meant is [{ Meant: [var only] }] && only.Id != Text.Id ? only : null;
        return new TextState
        {
            Standing = Standing,
            On = LocalMoment.ReadDay(On)!.Value,
            ByTextId = one?.Id,
            ByReference = one?.Name ?? by,
            Reason = reason,
            IsTold = Tells && Text.AppearedAt <= clock.GetUtcNow().UtcDateTime,
        };
    }

    private void Complain(bool isWrong, string field, string sentence)
    {
        if (isWrong)
        {
            ModelState.Remove(field);
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        (Text = (await db.LegalTexts.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, cancel))!) is not null;
}
