using Gazetier.Web;

namespace Gazetier.Features.Purchases;

/// <summary>When a purchase is to be paid, and what follows if it is not. Days are those of the newspaper's calendar.</summary>
public static class PurchaseTerms
{
    /// <summary>Sets when it is due, when the first reminder goes out, and when access stops.</summary>
    /// <param name="from">UTC; the order, or its acceptance by the desk.</param>
    /// <param name="trialUntil">UTC; the end of the free days before it: it is due then.</param>
    public static void FallDue(this Purchase purchase, MeansSetting means, DateTime from, TimeZoneInfo zone, DateTime? trialUntil = null)
    {
        var day = trialUntil is { } free ? LocalMoment.DayOf(free, zone) : LocalMoment.DayOf(from, zone).AddDays(means.DueDays + 1);
        purchase.DueAt = LocalMoment.StartOf(day, zone);
        purchase.GraceUntil = LocalMoment.StartOf(day.AddDays(means.GraceDays), zone);
        purchase.RemindAt = means.NextReminder(purchase.DueAt.Value, purchase.Reminders);
    }
}
