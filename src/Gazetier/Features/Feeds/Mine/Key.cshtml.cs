using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds.Mine;

/// <summary>The private feed of a reader: its address, a new one in its place, none.</summary>
public class KeyModel(GazetierDb db, PrivateFeed feed, PublicAddress address, TimeProvider clock) : PageModel
{
    private const string Here = "/mon-compte/ma-gazette/flux";

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Absolute, of each format; empty: there is none.</summary>
    public IReadOnlyList<(string Format, string Address)> Addresses { get; private set; } = [];

    /// <summary>Searches, words and phrases that are followed, with a feed each (RSS).</summary>
    public IReadOnlyList<(string Name, string Address)> Searches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        if (await db.FeedKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AccountId == account, cancel) is { } key)
        {
            var root = address.Of(await feed.PathAsync(key, cancel));
            Addresses = [.. FeedFormat.All.Select(format => (format.Name, root + format.Suffix))];
            Searches = [.. (await db.Follows.OfAsync(account, cancel)).Where(f => f.Subject.Kind == FollowKind.Keyword).Select(f => (f.Label ?? "", root + PrivateFeed.PathOf(f.Subject.Id)))];
        }
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "faire")] string? what, CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        await db.InTransactionAsync(
            async token =>
            {
                await db.FeedKeys.Where(k => k.AccountId == account).ExecuteDeleteAsync(token);
                if (what != "fermer")
                {
                    db.FeedKeys.Add(new FeedKey { AccountId = account, CreatedAt = clock.GetUtcNow().UtcDateTime });
                }
            },
            cancel);
        return LocalRedirect(Here + (what == "fermer" ? "?fait=ferme" : "?fait=ouvert"));
    }
}
