using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>One event with its dates. How many places are left is said by what may be done: book, or get in line.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock) : PageModel
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public AgendaEvent Event { get; private set; } = null!;

    /// <summary>Those that have not ended; the last one where all have.</summary>
    public IReadOnlyList<EventDate> Dates { get; private set; } = [];

    /// <summary>Dates without a free place.</summary>
    public IReadOnlySet<Guid> Full { get; private set; } = new HashSet<Guid>();

    public bool PaysAsMember { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; private set; }

    public string Html { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.AgendaEvents.AsNoTracking().Include(e => e.Club!.Section).Include(e => e.Dates.OrderBy(d => d.StartsAt)).FirstOrDefaultAsync(e => e.Slug == slug && e.IsPublished, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (Request.Path != found.Path())
        {
            return RedirectPermanent(found.Path());
        }

        Event = found;
        Now = clock.GetUtcNow().UtcDateTime;
        Dates = found.Dates.FindAll(d => d.EndsAt > Now) is { Count: > 0 } toCome ? toCome : [.. found.Dates.TakeLast(1)];
        HttpContext.Tags().Add(AgendaQueries.Tag);
        foreach (var turn in Dates.SelectMany(d => new[] { d.ClosesAt, d.EndsAt }).Where(turn => turn > Now))
        {
            HttpContext.Tags().ExpireAt(turn);
        }

        var ids = Dates.Select(d => d.Id).ToList();
        var taken = await db.Bookings.Where(b => ids.Contains(b.DateId) && b.State == BookingState.Booked).GroupBy(b => b.DateId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Full = Dates.Where(d => d.Seats is { } seats && taken.GetValueOrDefault(d.Id) >= seats).Select(d => d.Id).ToHashSet();
        PaysAsMember = found.PaysAsMember(HttpContext.Reader().Rights, Now);
        Html = LetterMarkup.Clean(found.Text);
        return Page();
    }

    public string PriceOf(int cents, Locales.Phrases t) => cents == 0 ? t["gratuit"] : t["{0} hors taxes", Price.Of(cents, "EUR", t.Culture)];

    /// <summary>schema.org Event, one for each date.</summary>
    public async Task<string> MetadataAsync(CancellationToken cancel)
    {
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        return new JsonArray([.. Dates.Select(date => Metadata(date, newspaper))]).ToJsonString(Json);
    }

    private JsonObject Metadata(EventDate date, string newspaper)
    {
        JsonNode online = new JsonObject { ["@type"] = "VirtualLocation", ["url"] = address.Of(Event.Path()) };
        JsonNode place = new JsonObject { ["@type"] = "Place", ["name"] = date.Venue, ["address"] = date.Venue };
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = Event.Kind == EventKind.Training ? "EducationEvent" : "BusinessEvent",
            ["name"] = Event.Title,
            ["description"] = Event.Summary,
            ["url"] = address.Of(Event.Path()),
            ["startDate"] = Iso8601.Of(date.StartsAt),
            ["endDate"] = Iso8601.Of(date.EndsAt),
            ["eventStatus"] = "https://schema.org/" + (date.CancelledAt is null ? "EventScheduled" : "EventCancelled"),
            ["eventAttendanceMode"] = "https://schema.org/" + (date.Venue.Length == 0 ? "OnlineEventAttendanceMode" : date.Link.Length == 0 ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode"),
            ["location"] = date.Venue.Length == 0 ? online : date.Link.Length == 0 ? place : new JsonArray(place, online),
            ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = Event.Organiser.Length > 0 ? Event.Organiser : newspaper },
            ["offers"] = new JsonObject
            {
                ["@type"] = "Offer",
                ["price"] = (date.PriceCents / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["priceCurrency"] = "EUR",
                ["availability"] = "https://schema.org/" + (Full.Contains(date.Id) ? "SoldOut" : "InStock"),
                ["url"] = address.Of(Event.Path()),
            },
        };
    }
}
