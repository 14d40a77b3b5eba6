using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>One legal text: its fields, and what became of it.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, KeepLegalText keep, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public LegalTextForm Form { get; set; } = new();

    /// <summary>What was done before: "ajoute", "enregistre", "etat", "note", "annule", "trop-tard".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public LegalText Text { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public int Followers { get; private set; }

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = LegalTextForm.Of(Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        return Form.Version == Text.Version && await IsKeptAsync(cancel) ? LocalRedirect($"{LegalTextAddress.Newsroom}/{id}?fait=enregistre") : Overtaken();
    }

    private async Task<bool> IsKeptAsync(CancellationToken cancel)
    {
        var wasOut = Text.AppearedAt is not null;
        Form.CopyTo(Text, Body.Sanitise(Form.SummaryHtml()), clock.GetUtcNow().UtcDateTime);
        try
        {
            await keep.ChangeAsync(Text, wasOut, HttpContext.SignedIn()!, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private PageResult Overtaken()
    {
        ModelState.Remove("version");
        Form.Version = Text.Version;
        return this.Refused("", t["Quelqu’un a changé ce texte entre-temps : relisez, puis enregistrez de nouveau."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.LegalTexts.WithStates().FirstOrDefaultAsync(x => x.Id == id, cancel);
        Text = found!;
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Followers = await db.Follows.CountAsync(f => f.SubjectId == id, cancel);
        Products = await db.Products.AsNoTracking().Where(p => p.RetiredAt == null).OrderBy(p => p.Number).ToListAsync(cancel);
        return found is not null;
    }
}
