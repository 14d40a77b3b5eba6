using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>One person's seat: withdrawn, or given to another.</summary>
[StewardsOnly]
public class SeatModel(GazetierDb db, GiveBackSeat giveBack, InvitePeople invite, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>"1": takes the seat; else it goes to <see cref="Email"/>.</summary>
    [BindProperty(Name = "retirer")]
    public string? Withdrawn { get; set; }

    public SeatedPerson Person { get; private set; } = null!;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var home = $"/organisation/{HttpContext.Stewarded().Id}";
        if (Withdrawn is not null)
        {
            await giveBack.RunAsync(HttpContext.Stewarded().Id, id, isOwn: false, cancel);
            return LocalRedirect(home + "?fait=retrait");
        }

        var line = await invite.ReassignAsync(HttpContext.Stewarded().Id, id, new InvitedPerson(1, Email ?? "", EmailAddress.Read(Email), ""), cancel);
        return line.Outcome == InvitationOutcome.Invited ? LocalRedirect(home + "?fait=echange") : this.Refused("email", OrganisationNames.Of(line.Outcome, t) + ".");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Person = (await SeatedPerson.Of(db, HttpContext.Stewarded().Id, id).FirstOrDefaultAsync(cancel))!;
        return Person is not null;
    }
}
