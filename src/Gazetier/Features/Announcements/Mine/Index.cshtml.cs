using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.MailingLists;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements.Mine;

/// <summary>The searches that a reader keeps; one gives them up here.</summary>
public class IndexModel(GazetierDb db, KeepSearch keep, ListsOfReader lists) : PageModel
{
    /// <summary>The search that is given up.</summary>
    [BindProperty(Name = "retirer")]
    public Guid? GivenUp { get; set; }

    /// <summary>"reprendre".</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>What was done before: "garde", "retire", "repris".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<AnnouncementSearch> Searches { get; private set; } = [];

    /// <summary>The reader left the mails.</summary>
    public bool IsOff { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Searches = await db.AnnouncementSearches.AsNoTracking().Where(s => s.AccountId == me).OrderBy(s => s.KeptAt).ThenBy(s => s.Id).ToListAsync(cancel);
        IsOff = await db.AnnouncementAlerts.AnyAsync(a => a.AccountId == me && a.IsOff, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        if (What == "reprendre")
        {
            var list = (await lists.OfAsync(me, Phrases.OfPaper, cancel)).FirstOrDefault(one => one.Name == AnnouncementLists.List);
            _ = list is null ? null : await lists.JoinAsync(me, AnnouncementLists.List, ConsentWords.Yes(list, AnnouncementAddress.Mine), cancel);
            return LocalRedirect(AnnouncementAddress.Mine + "?fait=repris");
        }

        await keep.GiveUpAsync(me, GivenUp ?? Guid.Empty, cancel);
        return LocalRedirect(AnnouncementAddress.Mine + "?fait=retire");
    }
}
