using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Subscriptions.Mine;

/// <summary>Takes a subscription up again: after a pause, or after a cancellation that was not meant.</summary>
public class ResumeModel(ChangeOwn own) : PageModel
{
    public Subscription Subscription { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await ReadAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        await own.RunAsync(Subscription, TakeUp, cancel);
        return LocalRedirect("/mon-compte/abonnement");
    }

    private static bool TakeUp(Subscription subscription, DateTime now)
    {
        if (subscription.Suspension == Suspension.Paused)
        {
            subscription.Resume(now);
            return true;
        }

        if (!subscription.MayTakeUp(now))
        {
            return false;
        }

        subscription.TakeUp();
        return true;
    }

    private async Task<bool> ReadAsync(string reference, CancellationToken cancel)
    {
        Subscription = (await own.FindAsync(reference, HttpContext.SignedIn()!.AccountId, cancel))!;
        return Subscription is not null;
    }
}
