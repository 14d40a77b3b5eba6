using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Mine;

/// <summary>All that a reader gets, with the ways to each list's settings, and what they agreed to and when.</summary>
public class IndexModel(GazetierDb db, ListsOfReader lists, Masthead masthead, Phrases t) : PageModel
{
    public const string Here = "/mon-compte/envois";

    public ListsShown Shown { get; private set; } = null!;

    public IReadOnlyList<ConsentLine> Consents { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var mine = await lists.OfAsync(account, t, cancel);
        Shown = ListsShown.Of(mine, Here, Request, isSignedIn: true);
        Zone = await masthead.ZoneAsync(cancel);
        Consents = ConsentLine.Of(await db.Consents.AsNoTracking().Of(account).ToListAsync(cancel), mine);
    }

    public async Task<IActionResult> OnPostAsync(ChosenLists chosen, CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var before = await lists.OfAsync(account, t, cancel);
        await lists.ChooseAsync(account, chosen.Shown, chosen.StopsAll ? [] : chosen.Ticked, Here, cancel);
        return LocalRedirect(chosen.Next(Here, before));
    }
}
