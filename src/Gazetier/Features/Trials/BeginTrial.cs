using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Trials;

/// <summary>What became of it.</summary>
public enum TrialOutcome
{
    Begun,

    /// <summary>The product cannot be tried (any more).</summary>
    NotOffered,

    /// <summary>They hold it already.</summary>
    Held,

    /// <summary>They have tried it, or held it, before.</summary>
    Taken,
}

/// <summary>Lets a reader try a product: once, without a means of payment, and without becoming anything else by itself .</summary>
public class BeginTrial(GazetierDb db, TrialPersons persons, Masthead masthead, ForgetReader forget, TimeProvider clock)
{
    /// <param name="name">What the reader's pages call it: "Essai : Club Finances".</param>
    public async Task<TrialOutcome> RunAsync(Product product, Account account, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (product.TrialDays <= 0 || product.RetiredAt is not null)
        {
            return TrialOutcome.NotOffered;
        }

        if (await RefusalAsync(product, account, now, cancel) is { } refusal)
        {
            return refusal;
        }

        var until = EndOf(now, product.TrialDays, await masthead.ZoneAsync(cancel));
        db.TrialsTaken.Add(new TrialTaken { Person = await persons.OfAsync(account, cancel), Product = product.Number, BegunAt = now });
        db.Subscriptions.Add(new Subscription { AccountId = account.Id, Kind = SubscriptionKind.Trial, Products = product.Set, From = now, Until = until, Origin = name });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return TrialOutcome.Taken;
        }

        forget(account.Id);
        return TrialOutcome.Begun;
    }

    /// <summary>UTC, exclusive: midnight after the last of so many days, on the newspaper's clock.</summary>
    public static DateTime EndOf(DateTime now, int days, TimeZoneInfo zone) => LocalMoment.StartOf(LocalMoment.DayOf(now, zone).AddDays(days + 1), zone);

    private async Task<TrialOutcome?> RefusalAsync(Product product, Account account, DateTime now, CancellationToken cancel)
    {
        var own = await db.Subscriptions.AsNoTracking().Where(s => s.AccountId == account.Id).ToListAsync(cancel);
        var seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == account.Id).Select(s => s.Subscription).ToListAsync(cancel);
        var covering = own.Concat(seats).Where(s => s.Products.Overlaps(product.Set)).ToList();
        var person = await persons.OfAsync(account, cancel);
        return covering.Exists(s => s.IsActive(now)) ? TrialOutcome.Held
            : covering.Count > 0 || await db.TrialsTaken.AnyAsync(t => t.Person == person && t.Product == product.Number, cancel) ? TrialOutcome.Taken
            : null;
    }
}
