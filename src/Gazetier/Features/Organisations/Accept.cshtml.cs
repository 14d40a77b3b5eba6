using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Where the mail of an invitation leads. Landing changes nothing, for mail scanners land too; the button takes the seat.</summary>
public class AcceptModel(GazetierDb db, AcceptInvitation accept, OpenSession open, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>What stands between who came and the seat.</summary>
    public enum Steps
    {
        Accept,

        /// <summary>The address has no account.</summary>
        Open,

        /// <summary>The address has an account, and nobody is signed in.</summary>
        SignIn,

        /// <summary>Somebody else is signed in.</summary>
        Other,
    }

    [BindProperty(Name = "nom")]
    public string? DisplayName { get; set; }

    public Invitation? Invitation { get; private set; }

    public string Organisation { get; private set; } = "";

    public Steps Step { get; private set; }

    /// <summary>Why it opens nothing; null where it does.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await LoadAsync(token, cancel) ? Page() : this.Refused(StatusCodes.Status404NotFound);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await LoadAsync(token, cancel))
        {
            return this.Refused(StatusCodes.Status404NotFound);
        }

        return Step switch
        {
            Steps.Accept => Answer(await accept.RunAsync(Invitation!, HttpContext.SignedIn()!.AccountId, cancel), "/mon-compte/places?fait=prise"),
            Steps.Open => await OpenAsync(cancel),
            _ => this.Refused(),
        };
    }

    private async Task<IActionResult> OpenAsync(CancellationToken cancel)
    {
        if (DisplayNames.Read(DisplayName) is not { } name)
        {
            return this.Refused("nom", t["{0} caractères au plus, sur une ligne.", DisplayNames.Longest]);
        }

        var (outcome, account) = await accept.OpenAsync(Invitation!, name, t.Language, cancel);
        return Answer(outcome, account is null ? "/" : await open.RunAsync(HttpContext, account, Proof.Link, isRemembered: true, "/mon-compte/ma-gazette?bienvenue=1", cancel));
    }

    private IActionResult Answer(SeatOutcome outcome, string next)
    {
        if (outcome is SeatOutcome.Taken or SeatOutcome.Had)
        {
            return LocalRedirect(next);
        }

        Refusal = OrganisationNames.Of(outcome, t);
        return this.Refused(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Invitation = await accept.FindAsync(token, cancel);
        Refusal = Invitation is null ? t["Le lien est faux, ou l’invitation a déjà servi, a été renvoyée ou a été reprise. Si vous l’avez acceptée, connectez-vous : votre place vous attend."]
            : !Invitation.IsOpen(now) ? t["Elle a expiré."]
            : Invitation.Subscription.Until <= now ? OrganisationNames.Of(SeatOutcome.Ended, t)
            : Invitation.Subscription.SuspendedAt is not null ? OrganisationNames.Of(SeatOutcome.Suspended, t)
            : null;
        if (Refusal is not null)
        {
            return false;
        }

        Organisation = await db.NameOfAsync(Invitation!.Subscription.OrganisationId!.Value, cancel);
        Step = await StepAsync(EmailAddress.Key(Invitation.Email), cancel);
        return true;
    }

    private async Task<Steps> StepAsync(string key, CancellationToken cancel)
    {
        var owner = await db.Accounts.Where(a => a.NormalizedEmail == key).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        var me = HttpContext.SignedIn()?.AccountId;
        return me is not null && me == owner ? Steps.Accept : me is not null ? Steps.Other : owner is null ? Steps.Open : Steps.SignIn;
    }
}
