using Gazetier.Locales;

namespace Gazetier.Features.Agenda;

public static class AgendaNames
{
    public static string Name(this EventKind kind, Phrases t) => kind switch
    {
        EventKind.Conference => t["Conférence"],
        EventKind.Training => t["Formation"],
        _ => t["Rencontre"],
    };

    public static string Name(this BookingState state, Phrases t) => state switch
    {
        BookingState.Booked => t["Inscrit"],
        BookingState.Waiting => t["Sur la liste d’attente"],
        _ => t["A rendu sa place"],
    };

    /// <summary>"jeudi 3 décembre 2026, 9:30–12:00".</summary>
    public static string When(this EventDate date, Phrases t, TimeZoneInfo zone)
    {
        var (start, end) = (Dates.Local(date.StartsAt, zone), Dates.Local(date.EndsAt, zone));
        return start.Date == end.Date
            ? t["{0}, de {1} à {2}", t.LongDay(start), start.ToString("t", t.Culture), end.ToString("t", t.Culture)]
            : t["du {0} à {1} au {2} à {3}", t.LongDay(start), start.ToString("t", t.Culture), t.LongDay(end), end.ToString("t", t.Culture)];
    }

    public static string Where(this EventDate date, Phrases t) =>
        date.Venue.Length == 0 ? t["En ligne"] : date.Link.Length == 0 ? date.Venue : t["{0}, et en ligne", date.Venue];
}
