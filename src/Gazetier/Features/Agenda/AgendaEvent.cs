using Gazetier.Features.Clubs;

namespace Gazetier.Features.Agenda;

/// <summary>What people come to: a conference, a training, a meeting of a club. When and where is said by its <see cref="EventDate"/>s.</summary>
public class AgendaEvent
{
    public const int MaxTitle = 160;
    public const int MaxSummary = 400;
    public const int MaxText = 20_000;
    public const int MaxOrganiser = 120;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public EventKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>Plain; on cards and for search engines.</summary>
    public string Summary { get; set; } = "";

    /// <summary>As it was written, Markdown.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who holds it; empty: the newspaper.</summary>
    public string Organiser { get; set; } = "";

    /// <summary>The club whose meeting it is, and whose members pay its members' price. Null: subscribers do.</summary>
    public Guid? ClubId { get; set; }
    public Club? Club { get; set; }

    /// <summary>False: the newsroom prepares it.</summary>
    public bool IsPublished { get; set; }

    public List<EventDate> Dates { get; set; } = [];
}

/// <summary>What kind of thing it is.</summary>
public enum EventKind
{
    Conference,
    Training,
    Meeting,
}

/// <summary>One date of an event, for which one books a place.</summary>
public class EventDate
{
    public const int MaxVenue = 200;
    public const int MaxLink = 500;
    public const int MaxReason = 500;
    public const int MostSeats = 100_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EventId { get; set; }
    public AgendaEvent Event { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; set; }

    /// <summary>"Hôtel de ville, Valmorel"; empty: it is held online only.</summary>
    public string Venue { get; set; } = "";

    /// <summary>Where it is held online; told to those who have a place, and to nobody else. May be empty.</summary>
    public string Link { get; set; } = "";

    /// <summary>Null: as many as come.</summary>
    public int? Seats { get; set; }

    /// <summary>Without tax; 0: free.</summary>
    public int PriceCents { get; set; }

    /// <summary>For members of the club, or subscribers; without tax.</summary>
    public int MemberPriceCents { get; set; }

    /// <summary>UTC; from then on nobody books or gives a place back.</summary>
    public DateTime ClosesAt { get; set; }

    /// <summary>UTC; with the reason that all who had booked were told.</summary>
    public DateTime? CancelledAt { get; set; }

    public string CancelledReason { get; set; } = "";

    /// <summary>UTC; when those who have a place were reminded.</summary>
    public DateTime? RemindedAt { get; set; }

    public List<Booking> Bookings { get; set; } = [];

    /// <summary>Another time or another place: who comes must know.</summary>
    public bool IsElsewhereThan(EventDate other) => (StartsAt, EndsAt, Venue, Link) != (other.StartsAt, other.EndsAt, other.Venue, other.Link);

    /// <summary>What the newsroom sets. A date that was put off is reminded of again.</summary>
    public void CopyTo(EventDate date)
    {
        date.RemindedAt = StartsAt > date.StartsAt ? null : date.RemindedAt;
        (date.StartsAt, date.EndsAt, date.ClosesAt) = (StartsAt, EndsAt, ClosesAt);
        (date.Venue, date.Link, date.Seats, date.PriceCents, date.MemberPriceCents) = (Venue, Link, Seats, PriceCents, MemberPriceCents);
    }

    /// <summary>Whether one may still book, or give a place back, at <paramref name="now"/> (UTC).</summary>
    public bool IsOpen(DateTime now) => CancelledAt is null && now < ClosesAt;
}

/// <summary>Inscription: somebody's place at one date, or their turn to get one.</summary>
public class Booking
{
    public const int MaxName = 100;
    public const int MaxLine = 120;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid DateId { get; set; }
    public EventDate Date { get; set; } = null!;
    public Guid AccountId { get; set; }

    public required string Name { get; set; }
    public string Function { get; set; } = "";
    public string Organisation { get; set; } = "";
    public BookingState State { get; set; }

    /// <summary>UTC; when they asked: the order of those who wait.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>What they owe, without tax, at the price that was theirs when they asked.</summary>
    public int PriceCents { get; set; }

    /// <summary>Null: nobody said.</summary>
    public bool? HasCome { get; set; }
}

/// <summary>What has become of a booking.</summary>
public enum BookingState
{
    /// <summary>They have a place.</summary>
    Booked,

    /// <summary>It was full: they get the next place that comes free.</summary>
    Waiting,

    /// <summary>They gave it back.</summary>
    Given,
}
