using Gazetier.Features.Subscriptions;
using Gazetier.Web;

namespace Gazetier.Features.Departures;

/// <summary>What a declaration does to a contract: pure, of the contract, the declaration and the time.</summary>
/// <param name="EndsAt">UTC, exclusive.</param>
/// <param name="RefundDueAt">UTC; null: nothing is paid back.</param>
/// <param name="AsksTheDesk">A person must look at it: money to pay back, a ground to judge.</param>
public readonly record struct Ending(DateTime EndsAt, DateTime? RefundDueAt, bool AsksTheDesk)
{
    /// <summary>L215-1: what was paid for time after the end is paid back within so many days.</summary>
    private const int RefundDays = 30;

    /// <param name="now">UTC.</param>
    public static Ending Of(Departure declared, Subscription contract, DateTime now, TimeZoneInfo zone) =>
        declared.Kind == DepartureKind.Withdrawal ? Withdraw(contract, now, zone) : Cancel(declared, contract, now, zone);

    /// <summary>Whether its holder may still withdraw: a consumer who ordered it less than the period ago. Not an organisation.</summary>
    public static bool MayWithdraw(Subscription contract, DateTime now, TimeZoneInfo zone) =>
        contract.AccountId is not null && contract.ConcludedAt is { } concluded && now < WithdrawalPeriod.EndsAt(concluded, zone);

    /// <summary>It never was: it ends now, and what was paid is paid back within fourteen days (L221-24). Too late: as a cancellation that the desk looks at.</summary>
    private static Ending Withdraw(Subscription contract, DateTime now, TimeZoneInfo zone) => MayWithdraw(contract, now, zone)
        ? new(Earlier(contract.Until, now), contract.Kind == SubscriptionKind.Paid ? now.AddDays(WithdrawalPeriod.Days) : null, contract.Kind == SubscriptionKind.Paid)
        : new(contract.Until, null, true);

    /// <summary>
    /// At the end of the term that is paid for; on the wished day where it was renewed though its holder was not told (L215-1), or where
    /// nothing was paid; at the end of the trial that comes before the first term. A ground for an earlier end is judged by the desk.
    /// </summary>
    private static Ending Cancel(Departure declared, Subscription contract, DateTime now, TimeZoneInfo zone)
    {
        if (contract.IsTried(now) && (declared.WishedOn is not { } last || LocalMoment.StartOf(last.AddDays(1), zone) <= contract.TrialUntil))
        {
            // Nothing is owed for it, and what was paid already goes back whole.
            return new(contract.TrialUntil!.Value, now.AddDays(RefundDays), true);
        }

        var isFree = contract.Kind != SubscriptionKind.Paid;
        if (!isFree && contract.RenewedUntoldAt is null)
        {
            return new(contract.Until, null, declared.Ground.Length > 0);
        }

        var wished = declared.WishedOn is { } day ? LocalMoment.StartOf(day.AddDays(1), zone) : now;
        var ends = Earlier(contract.Until, wished < now ? now : wished);
        return isFree ? new(ends, null, false) : new(ends, now.AddDays(RefundDays), ends < contract.Until);
    }

    /// <summary>What goes back of <paramref name="keptCents"/> that were paid for a term, where it ends early: the share of the days that are not given. To the holder's favour, up to a cent.</summary>
    /// <param name="from">UTC; when the term began.</param>
    /// <param name="until">UTC, exclusive; when it was to end.</param>
    public int RefundOf(int keptCents, DateTime from, DateTime until)
    {
        var whole = (until - from).Ticks;
        var left = (until - EndsAt).Ticks;
        return whole <= 0 || left <= 0 ? 0 : left >= whole ? keptCents : (int)Math.Ceiling((decimal)keptCents * left / whole);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
