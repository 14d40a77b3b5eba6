using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Agenda;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>The agenda of the demonstration: its dates are counted from the day on which it is made.</summary>
public class MakeDemoAgenda(GazetierDb db, Masthead masthead)
{
    /// <summary>After the clubs and the accounts, in the same transaction.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var sections = await db.Sections.ToDictionaryAsync(s => s.Slug, s => s.Id, StringComparer.Ordinal, cancel);
        var accounts = await db.Accounts.ToDictionaryAsync(a => a.Email!, a => (a.Id, a.DisplayName), StringComparer.Ordinal, cancel);
        foreach (var demo in newspaper.Events)
        {
            db.Add(new AgendaEvent
            {
                Slug = demo.Slug,
                Kind = Enum.Parse<EventKind>(demo.Kind),
                Title = demo.Title,
                Organiser = demo.Organiser,
                Summary = demo.Summary,
                Text = demo.Text,
                ClubId = demo.Club is { } club ? sections[club] : null,
                IsPublished = true,
                Dates = [.. demo.Dates.Select(DateOf)],
            });
        }

        EventDate DateOf(DemoEventDate demo)
        {
            var starts = At(demo, demo.From);
            var asked = demo.Booked.Select(email => (email, BookingState.Booked)).Concat(demo.Waiting.Select(email => (email, BookingState.Waiting)));
            return new EventDate
            {
                StartsAt = starts,
                EndsAt = At(demo, demo.To),
                ClosesAt = starts.AddHours(-12),
                Venue = demo.Venue,
                Link = demo.Link,
                Seats = demo.Seats,
                PriceCents = demo.Price,
                MemberPriceCents = demo.MemberPrice,
                Bookings = [.. asked.Select((one, at) => new Booking { AccountId = accounts[one.email].Id, Name = accounts[one.email].DisplayName, State = one.Item2, AskedAt = now.AddHours(-48 + at) })],
            };
        }

        DateTime At(DemoEventDate demo, string hour) =>
            LocalMoment.ToUtc(LocalMoment.DayOf(now, zone).AddDays(demo.Days).ToDateTime(TimeOnly.Parse(hour, CultureInfo.InvariantCulture)), zone);
    }
}
