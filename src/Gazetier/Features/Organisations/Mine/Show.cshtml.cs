using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>The cockpit: contracts, people and invitations of one organisation; never what anybody reads (A-02).</summary>
[StewardsOnly]
public class ShowModel(GazetierDb db, InvitePeople invite, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>An invitation to send once more.</summary>
    [BindProperty(Name = "renvoyer")]
    public Guid? Resent { get; set; }

    /// <summary>An invitation to take back.</summary>
    [BindProperty(Name = "reprendre")]
    public Guid? TakenBack { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Organisation Organisation => HttpContext.Stewarded();

    public IReadOnlyList<ContractView> Contracts { get; private set; } = [];

    public IReadOnlyList<SeatedPerson> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Resent is { } resent)
        {
            var outcome = await invite.ResendAsync(Organisation.Id, resent, cancel);
            if (outcome != InvitationOutcome.Invited)
            {
                await LoadAsync(cancel);
                return this.Refused("", OrganisationNames.Of(outcome, t));
            }
        }
        else if (TakenBack is { } taken)
        {
            await invite.TakeBackAsync(Organisation.Id, taken, cancel);
        }

        return LocalRedirect($"/organisation/{Organisation.Id}?fait={(Resent is null ? "reprise" : "renvoi")}");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var id = Organisation.Id;
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Contracts = await ContractView.OfAsync(db, id, Now, cancel);
        Products = await db.Products.NamesAsync(cancel);
        People = await SeatedPerson.Of(db, id).ToListAsync(cancel);
        Invitations = await db.Invitations.AsNoTracking().Where(i => i.Subscription.OrganisationId == id).OrderBy(i => i.InvitedAt).ThenBy(i => i.Email).ToListAsync(cancel);
    }
}
