using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Subscriptions.Mine;

/// <summary>Stops a subscription for a while.</summary>
public class PauseModel(ChangeOwn own) : PageModel
{
    public Subscription Subscription { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await ReadAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        // Twice is once: whoever paused it a moment ago finds it paused.
        await own.RunAsync(Subscription, Pause, cancel);
        return LocalRedirect("/mon-compte/abonnement");
    }

    private static bool Pause(Subscription subscription, DateTime now)
    {
        if (!subscription.MayPause(now))
        {
            return false;
        }

        subscription.Pause(now);
        return true;
    }

    private async Task<bool> ReadAsync(string reference, CancellationToken cancel)
    {
        Subscription = (await own.FindAsync(reference, HttpContext.SignedIn()!.AccountId, cancel))!;
        return Subscription is not null;
    }
}
