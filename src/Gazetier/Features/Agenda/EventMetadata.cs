using System.Globalization;
using System.Text.Json.Nodes;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Agenda;

/// <summary>An event as machines read it: schema.org Event, one for each of its dates. The way into a meeting online is for who booked.</summary>
public static class EventMetadata
{
    /// <param name="full">Dates without a free place.</param>
    /// <param name="newspaper">Its name: it organises what names nobody else.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null where no date is known yet.</returns>
    public static string? Write(AgendaEvent shown, IReadOnlyList<EventDate> dates, IReadOnlySet<Guid> full, string newspaper, PublicAddress address, DateTime now) =>
        dates.Count == 0 ? null : StructuredData.Write(dates.Select(date => Of(shown, date, full.Contains(date.Id), newspaper, address.Of(shown.Path()), now)));

    private static JsonObject Of(AgendaEvent shown, EventDate date, bool isFull, string newspaper, string url, DateTime now)
    {
        JsonNode online = new JsonObject { ["@type"] = "VirtualLocation", ["url"] = url };
        JsonNode place = new JsonObject { ["@type"] = "Place", ["name"] = date.Venue, ["address"] = date.Venue };
        return new JsonObject
        {
            ["@type"] = shown.Kind == EventKind.Training ? "EducationEvent" : "BusinessEvent",
            ["name"] = shown.Title,
            ["description"] = shown.Summary,
            ["url"] = url,
            ["inLanguage"] = "fr",
            ["startDate"] = Iso8601.Of(date.StartsAt),
            ["endDate"] = Iso8601.Of(date.EndsAt),
            ["eventStatus"] = "https://schema.org/" + (date.CancelledAt is null ? "EventScheduled" : "EventCancelled"),
            ["eventAttendanceMode"] = "https://schema.org/" + (date.Venue.Length == 0 ? "OnlineEventAttendanceMode" : date.Link.Length == 0 ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode"),
            ["location"] = date.Venue.Length == 0 ? online : date.Link.Length == 0 ? place : new JsonArray(place, online),
            ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = shown.Organiser.Length > 0 ? shown.Organiser : newspaper },
            // Nobody books what was called off, closed or has been: there is nothing to offer.
            ["offers"] = !date.IsOpen(now) ? null : new JsonObject
            {
                ["@type"] = "Offer",
                ["price"] = (date.PriceCents / 100m).ToString(CultureInfo.InvariantCulture),
                ["priceCurrency"] = "EUR",
                ["availability"] = "https://schema.org/" + (isFull ? "SoldOut" : "InStock"),
                ["url"] = url,
            },
        };
    }
}
