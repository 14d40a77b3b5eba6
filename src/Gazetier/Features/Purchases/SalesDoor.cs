using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases.Cards;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>Whether the newspaper can sell by itself: it says on what terms, and how it is paid. Otherwise people write to the desk.</summary>
public class SalesDoor(GazetierDb db, ITakeCards cards)
{
    /// <summary>What these customers may pay by, in the order in which it is shown.</summary>
    public async Task<IReadOnlyList<MeansSetting>> MeansAsync(CustomerKind customer, CancellationToken cancel)
    {
        var on = await db.MeansSettings.AsNoTracking().Where(s => s.IsOn).ToListAsync(cancel);
        // An organisation pays as its accountant does, a person as people do.
        PaymentMeans[] order = customer == CustomerKind.Organisation
            ? [PaymentMeans.Mandate, PaymentMeans.Transfer, PaymentMeans.Cheque, PaymentMeans.Card]
            : [PaymentMeans.Card, PaymentMeans.Transfer, PaymentMeans.Cheque];
        return [.. on.Where(s => s.IsFor(customer) && (s.Means != PaymentMeans.Card || cards.IsOn)).OrderBy(s => Array.IndexOf(order, s.Means))];
    }

    /// <summary>The terms that hold now; null: none were written, and nothing is sold.</summary>
    public Task<SalesTerms?> TermsAsync(CancellationToken cancel) =>
        db.SalesTerms.AsNoTracking().OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancel);

    /// <summary>The kinds of customer to whom something can be sold now.</summary>
    public async Task<IReadOnlySet<CustomerKind>> OpenToAsync(CancellationToken cancel)
    {
        var open = new HashSet<CustomerKind>();
        if (await TermsAsync(cancel) is null)
        {
            return open;
        }

        foreach (var customer in Enum.GetValues<CustomerKind>())
        {
            if ((await MeansAsync(customer, cancel)).Count > 0)
            {
                open.Add(customer);
            }
        }

        return open;
    }

    /// <summary>Who is told that a purchase waits: the desk; where there is none, the administrators.</summary>
    public async Task<IReadOnlyList<(string Email, string Language)>> DeskAsync(CancellationToken cancel)
    {
        var found = await db.Accounts.AsNoTracking()
            .Where(a => a.Email != null && (a.Role == StaffRole.SubscriptionDesk || a.Role == StaffRole.Administrator))
            .OrderBy(a => a.CreatedAt).Select(a => new { a.Email, a.Language, a.Role }).ToListAsync(cancel);
        var role = found.Exists(a => a.Role == StaffRole.SubscriptionDesk) ? StaffRole.SubscriptionDesk : StaffRole.Administrator;
        return [.. found.Where(a => a.Role == role).Select(a => (a.Email!, a.Language))];
    }
}
