using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions.Mine;

/// <summary>Another offer from the next term on: chosen among those for the same kind of customer, and taken back until then.</summary>
public class ChangeModel(GazetierDb db, ChangeOwn own, MakeQuote quotes, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Slug of the offer; empty: the present one is kept.</summary>
    [BindProperty(Name = "formule")]
    public string? Chosen { get; set; }

    public Subscription Subscription { get; private set; } = null!;

    /// <summary>What was chosen before; null: nothing.</summary>
    public Offer? Next { get; private set; }

    /// <summary>With what a term costs, in cents with tax.</summary>
    public IReadOnlyList<(Offer Offer, int GrossCents)> Choices { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await ReadAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await ReadAsync(reference, cancel))
        {
            return NotFound();
        }

        var next = Choices.FirstOrDefault(one => one.Offer.Slug == Chosen).Offer;
        if (next is null && !(string.IsNullOrEmpty(Chosen) && Request.Form.ContainsKey("formule")))
        {
            return this.Refused("formule", t["Choisissez une formule."]);
        }

        return await own.RunAsync(Subscription, (one, now) => Choose(one, next, now), cancel)
            ? LocalRedirect("/mon-compte/abonnement")
            : this.Refused("", t["Cet abonnement ne peut pas changer de formule maintenant."], StatusCodes.Status409Conflict);
    }

    private static bool Choose(Subscription subscription, Offer? next, DateTime now)
    {
        if (!subscription.MayChangeOffer(now))
        {
            return false;
        }

        subscription.NextOfferId = next?.Id;
        return true;
    }

    private async Task<bool> ReadAsync(string reference, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Subscription = (await own.FindAsync(reference, HttpContext.SignedIn()!.AccountId, cancel))!;
        if (Subscription is null)
        {
            return false;
        }

        var offers = await db.Offers.AsNoTracking().SoldAt(Now).Where(o => !o.IsOnQuote && o.PriceCents > 0).InOrder().ToListAsync(cancel);
        var present = await db.Offers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == Subscription.OfferId, cancel);
        Next = offers.Find(o => o.Id == Subscription.NextOfferId);
        var territory = (await db.Purchases.AsNoTracking().Where(p => p.SubscriptionId == Subscription.Id).OrderByDescending(p => p.OrderedAt).FirstOrDefaultAsync(cancel))?.TaxedIn ?? Territory.Metropole;
        var choices = new List<(Offer, int)>();
        foreach (var offer in offers.Where(o => o.Customer == present?.Customer && o.Id != present.Id && !o.Products.IsEmpty))
        {
            if ((await quotes.RateAsync(offer, territory, Now, cancel)).Rate is { } rate)
            {
                choices.Add((offer, offer.WithTax(offer.PriceCents, rate.BasisPoints).GrossCents));
            }
        }

        Choices = choices;
        return true;
    }
}
