using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>Who else looks after the seats. Never nobody.</summary>
[StewardsOnly]
[AsksFreshProof]
public class StewardsModel(GazetierDb db, ChangeStewards change, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "nom")]
    public string? DisplayName { get; set; }

    /// <summary>The account of one to remove; else one is added.</summary>
    [BindProperty(Name = "retirer")]
    public Guid? Removed { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Steward> Stewards { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public Guid Me => HttpContext.SignedIn()!.AccountId;

    private Guid Organisation => HttpContext.Stewarded().Id;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Removed is { } removed)
        {
            return !await change.RemoveAsync(Organisation, removed, desk: null, cancel) ? this.Refused("", t["Il faut toujours une personne pour gérer l’abonnement : ajoutez-en d’abord une autre."])
                : LocalRedirect(removed == Me ? "/organisation/" : $"/organisation/{Organisation}/gestionnaires?fait=retrait");
        }

        var name = DisplayNames.Read(DisplayName);
        if (EmailAddress.Read(Email) is not { } email || name is null)
        {
            return name is null ? this.Refused("nom", t["{0} caractères au plus, sur une ligne.", DisplayNames.Longest]) : this.Refused("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        return await change.AddAsync(Organisation, email, name, desk: null, cancel)
            ? LocalRedirect($"/organisation/{Organisation}/gestionnaires?fait=ajout")
            : this.Refused("email", t["Cette personne gère déjà l’abonnement."]);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Stewards = await db.Stewards.AsNoTracking().Include(s => s.Account).Where(s => s.OrganisationId == Organisation).OrderBy(s => s.AddedAt).ToListAsync(cancel);
    }
}
