using Gazetier.Data;
using Gazetier.Features.Suppressions;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists;

/// <summary>
/// All that a reader gets, from the foot of every mail and without signing in: the signed link is the proof. It shows nothing of
/// the reader but the lists and a masked address, for mails are passed on.
/// </summary>
public class PreferencesModel(GazetierDb db, LeaverOfRequest request, ListsOfReader lists, Phrases t) : PageModel
{
    public const string Origin = "page des envois, par le lien d’un mail";

    /// <summary>Null: the token is nobody's, or its account is gone.</summary>
    public ListsShown? Shown { get; private set; }

    public string Masked { get; private set; } = "";

    /// <summary>Nothing is sent to the address at the moment, whatever is ticked.</summary>
    public bool IsSuppressed { get; private set; }

    public string Path => $"/u/{Uri.EscapeDataString(LeaverOfRequest.TokenOf(this))}/envois";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await AccountAsync(cancel) is not { } account)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Shown = ListsShown.Of(await lists.OfAsync(account, t, cancel), Path, Request, isSignedIn: false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ChosenLists chosen, CancellationToken cancel)
    {
        if (await AccountAsync(cancel) is not { } account)
        {
            return NotFound();
        }

        var before = await lists.OfAsync(account, t, cancel);
        await lists.ChooseAsync(account, chosen.Shown, chosen.StopsAll ? [] : chosen.Ticked, Origin, cancel);
        return LocalRedirect(chosen.Next(Path, before));
    }

    private async Task<Guid?> AccountAsync(CancellationToken cancel)
    {
        var leaver = await request.ReadAsync(this);
        if (leaver is null || await db.Accounts.Where(a => a.Id == leaver.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel) is not { } email)
        {
            return null;
        }

        Masked = MaskedAddress.Of(email);
        IsSuppressed = await db.SuppressionOfAsync(email, cancel) is not null;
        return leaver.AccountId;
    }
}
