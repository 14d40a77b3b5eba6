using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Newsroom;

/// <summary>Adds an organisation, or changes its name, SIRET and size.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class EditModel(GazetierDb db, KeepOrganisation keep, Phrases t) : PageModel
{
    private const int Longest = 200;

    [BindProperty(Name = "nom")]
    public string? Name { get; set; }

    [BindProperty(Name = "siret")]
    public string? Number { get; set; }

    [BindProperty(Name = "taille")]
    public string? Size { get; set; }

    /// <summary>Null: a new one.</summary>
    public Guid? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        Id = id;
        if (id is null)
        {
            return Page();
        }

        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, cancel);
        (Name, Number, Size) = (organisation?.Name, organisation?.Siret, organisation?.Size?.ToString(CultureInfo.InvariantCulture));
        return organisation is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        Id = id;
        if (id is not null && !await db.Organisations.AnyAsync(o => o.Id == id, cancel))
        {
            return NotFound();
        }

        var (name, siret, size) = Check();
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var (kept, owner) = await keep.RunAsync(id, name, siret, size, HttpContext.SignedIn()!, cancel);
        return owner is null ? LocalRedirect($"/redaction/organismes/{kept}") : this.Refused("siret", OrganisationNames.Of(SiretRefusal.Taken, owner, t));
    }

    private (string Name, string? Siret, int? Size) Check()
    {
        var name = Printable.Line(Name ?? "");
        if (name.Length is 0 or > Longest)
        {
            ModelState.AddModelError("nom", t["Écrivez le nom, en {0} signes au plus.", Longest]);
        }

        var siret = string.IsNullOrWhiteSpace(Number) ? null : Siret.Read(Number);
        if (siret is null && !string.IsNullOrWhiteSpace(Number))
        {
            ModelState.AddModelError("siret", OrganisationNames.Of(SiretRefusal.NoSiret, "", t));
        }

        var size = int.TryParse(Size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (size is null && !string.IsNullOrWhiteSpace(Size))
        {
            ModelState.AddModelError("taille", t["Écrivez un nombre entier."]);
        }

        return (name, siret, size);
    }
}
