using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Organisations;

/// <summary>Where the link that a steward passes on leads: who is signed in takes a seat by the button, while there is one.</summary>
public class JoinModel(GazetierDb db, ChangeJoinLink links, ClaimSeat claim, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Null: it opens nothing.</summary>
    public JoinLink? Link { get; private set; }

    public string Organisation { get; private set; } = "";

    public string? Email { get; private set; }

    /// <summary>Why there is no seat.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await LoadAsync(token, cancel) ? Page() : this.Refused(StatusCodes.Status404NotFound);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await LoadAsync(token, cancel))
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        if (HttpContext.SignedIn() is not { } me)
        {
            return LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Request.Path));
        }

        var outcome = await claim.RunAsync(Link!.SubscriptionId, me.AccountId, SeatOrigin.Link, cancel);
        if (outcome is SeatOutcome.Taken or SeatOutcome.Had)
        {
            return LocalRedirect("/mon-compte/places?fait=prise");
        }

        Refusal = OrganisationNames.Of(outcome, t);
        return this.Refused(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancel)
    {
        Link = await links.FindAsync(token, cancel);
        if (Link?.Subscription.OrganisationId is not { } id)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Organisation = await db.NameOfAsync(id, cancel);
        Email = HttpContext.SignedIn() is null ? null : (await db.MyAccountAsync(HttpContext, cancel)).Email;
        Refusal = Link.Subscription.Until <= now ? OrganisationNames.Of(SeatOutcome.Ended, t)
            : Link.Subscription.SuspendedAt is not null ? OrganisationNames.Of(SeatOutcome.Suspended, t)
            : null;
        return true;
    }
}
