using Gazetier.Locales;

namespace Gazetier.Features.Replies;

/// <summary>
/// The clock of a right of reply: the same hour, so many days after receipt, on the newspaper's own clock (LCEN art. 1-1, III: "dans
/// les trois jours de leur réception"). Over a change of hour that is an hour more or less, as the calendar has it; who comes later
/// is never due earlier.
/// </summary>
public static class ReplyClock
{
    /// <param name="receivedAt">UTC.</param>
    /// <returns>UTC. An hour that there is twice is the first; one that there is not is the moment of the change.</returns>
    public static DateTime DueAt(DateTime receivedAt, int days, TimeZoneInfo zone)
    {
        var local = Dates.Local(receivedAt, zone).AddDays(days);
        while (zone.IsInvalidTime(local))
        {
            // The gap begins at a full minute: a tick before it there is an hour again.
            var minute = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
            if (!zone.IsInvalidTime(minute.AddTicks(-1)))
            {
                return DateTime.SpecifyKind(minute - zone.GetUtcOffset(minute.AddTicks(-1)), DateTimeKind.Utc);
            }

            local = minute.AddTicks(-1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>"il reste 40 heures", "en retard de 3 heures".</summary>
    public static string Left(DateTime dueAt, DateTime now, Phrases t)
    {
        var hours = (long)Math.Floor((dueAt - now).Duration().TotalHours);
        return dueAt < now
            ? hours == 0 ? t["en retard de moins d’une heure"] : t.Plural(hours, "en retard d’une heure", "en retard de {0} heures")
            : hours == 0 ? t["il reste moins d’une heure"] : t.Plural(hours, "il reste une heure", "il reste {0} heures");
    }
}
