using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>Adds a legal text.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class NewModel(GazetierDb db, KeepLegalText keep, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public LegalTextForm Form { get; set; } = new() { IsVisible = true };

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancel);
            return this.Refused();
        }

        var made = new LegalText { Slug = "", Title = "" };
        Form.CopyTo(made, Body.Sanitise(Form.SummaryHtml()), clock.GetUtcNow().UtcDateTime);
        await keep.AddAsync(made, HttpContext.SignedIn()!, cancel);
        return LocalRedirect($"{LegalTextAddress.Newsroom}/{made.Id}?fait=ajoute");
    }

    private async Task ReadAsync(CancellationToken cancel) =>
        Products = await db.Products.AsNoTracking().Where(p => p.RetiredAt == null).OrderBy(p => p.Number).ToListAsync(cancel);
}
