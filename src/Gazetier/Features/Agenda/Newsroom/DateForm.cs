using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Agenda.Newsroom;

/// <summary>What the page of a date asks; times are written on the newspaper's own clock.</summary>
public sealed class DateForm
{
    [FromForm(Name = "debut")]
    public string? StartsAt { get; set; }

    [FromForm(Name = "fin")]
    public string? EndsAt { get; set; }

    /// <summary>Empty: until it begins.</summary>
    [FromForm(Name = "cloture")]
    public string? ClosesAt { get; set; }

    [FromForm(Name = "lieu")]
    public string? Venue { get; set; }

    [FromForm(Name = "lien")]
    public string? Link { get; set; }

    [FromForm(Name = "places")]
    public int? Seats { get; set; }

    [FromForm(Name = "prix")]
    public string? Price { get; set; }

    [FromForm(Name = "membres")]
    public string? MemberPrice { get; set; }

    public static DateForm Of(EventDate date, TimeZoneInfo zone) => new()
    {
        StartsAt = LocalMoment.Write(date.StartsAt, zone),
        EndsAt = LocalMoment.Write(date.EndsAt, zone),
        ClosesAt = LocalMoment.Write(date.ClosesAt, zone),
        Venue = date.Venue,
        Link = date.Link,
        Seats = date.Seats,
        Price = Offers.Price.Typed(date.PriceCents),
        MemberPrice = Offers.Price.Typed(date.MemberPriceCents),
    };

    /// <summary>Says in <paramref name="state"/> what is wrong; where nothing is, writes it into <paramref name="date"/>.</summary>
    public bool Read(EventDate date, int booked, TimeZoneInfo zone, ModelStateDictionary state, Phrases t)
    {
        var starts = state.Moment("debut", StartsAt, zone, t);
        var ends = state.Moment("fin", EndsAt, zone, t);
        var closes = state.Moment("cloture", ClosesAt, zone, t, isNeeded: false);
        var price = Amount("prix", Price);
        var memberPrice = string.IsNullOrWhiteSpace(MemberPrice) ? price : Amount("membres", MemberPrice);
        state.Wrong("fin", ends <= starts, t["La fin vient après le début."]);
        state.Wrong("cloture", closes > ends, t["Les inscriptions se closent avant la fin."]);
        state.Wrong("places", Seats is < 1 or > EventDate.MostSeats, t["Écrivez un nombre de {0} à {1}.", 1, EventDate.MostSeats]);
        state.Wrong("places", Seats < booked, t.Plural(booked, "{0} personne a déjà sa place : il en faut au moins autant.", "{0} personnes ont déjà leur place : il en faut au moins autant."));
        state.Wrong("lieu", Venue?.Length > EventDate.MaxVenue, t["{0} signes au plus, ici {1}.", EventDate.MaxVenue, Venue?.Length ?? 0]);
        state.Wrong("lieu", Printable.Line(Venue ?? "").Length == 0 && Printable.Line(Link ?? "").Length == 0, t["Dites où : un lieu, une adresse en ligne, ou les deux."]);
        state.Wrong("lien", Link?.Length > EventDate.MaxLink || (Printable.Line(Link ?? "") is { Length: > 0 } link && !link.StartsWith("https://", StringComparison.Ordinal)), t["Écrivez une adresse qui commence par https://."]);
        if (!state.IsValid)
        {
            return false;
        }

        (date.StartsAt, date.EndsAt, date.ClosesAt) = (starts!.Value, ends!.Value, closes ?? starts.Value);
        (date.Venue, date.Link, date.Seats, date.PriceCents, date.MemberPriceCents) = (Printable.Line(Venue ?? ""), Printable.Line(Link ?? ""), Seats, price, memberPrice);
        return true;

        int Amount(string field, string? text)
        {
            var cents = string.IsNullOrWhiteSpace(text) ? 0 : Offers.Price.Read(text);
            state.Wrong(field, cents is null, t["Écrivez un montant, comme 20,00, ou rien."]);
            return cents ?? 0;
        }
    }
}
