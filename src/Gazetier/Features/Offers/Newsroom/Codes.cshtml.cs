using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>Promotion codes: how often each was used, the form that adds one, and the button that takes one back.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class CodesModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public CodeForm Form { get; set; } = new();

    /// <summary>One to take back; else one is added.</summary>
    [BindProperty(Name = "retirer")]
    public Guid? Retired { get; set; }

    /// <summary>What was done before: "ajoute", "retire".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<PromotionCode> Codes { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Codes = await db.PromotionCodes.AsNoTracking().OrderBy(c => c.RetiredAt != null).ThenByDescending(c => c.CreatedAt).ToListAsync(cancel);
        Offers = await db.Offers.AsNoTracking().InOrder().ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Retired is { } retired)
        {
            return await RetireAsync(retired, cancel);
        }

        var code = Form.Read(Offers, await masthead.ZoneAsync(cancel), Now, ModelState, t);
        if (code is not null && Codes.Any(c => c.Code == code.Code))
        {
            ModelState.AddModelError("code", t["Ce code existe déjà : choisissez-en un autre."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        db.PromotionCodes.Add(code!);
        db.Record(Now, HttpContext.SignedIn()!, "promotion.created", detail: code!.Code);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/codes?fait=ajoute");
    }

    private async Task<IActionResult> RetireAsync(Guid id, CancellationToken cancel)
    {
        if (await db.PromotionCodes.FirstOrDefaultAsync(c => c.Id == id && c.RetiredAt == null, cancel) is { } code)
        {
            code.RetiredAt = Now;
            db.Record(Now, HttpContext.SignedIn()!, "promotion.retired", detail: code.Code);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect("/redaction/codes?fait=retire");
    }
}
