using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Mails;

/// <summary>Which booking a mail is about.</summary>
public sealed record BookingMail(Guid BookingId, string Language);

/// <summary>The letters to who booked a place; where they have one the date comes along as a calendar file.</summary>
public class BookingLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address, TimeProvider clock) : IComposeMail
{
    public const string Booked = "agenda.booked";
    public const string Waiting = "agenda.waiting";
    public const string PlaceFree = "agenda.place-free";
    public const string Given = "agenda.given";
    public const string Reminder = "agenda.reminder";
    public const string CalledOff = "agenda.called-off";
    public const string Moved = "agenda.moved";

    public IReadOnlyCollection<string> Kinds { get; } = [Booked, Waiting, PlaceFree, Given, Reminder, Moved, CalledOff];

    /// <summary>Null where the booking is gone, or what was to be said holds no more.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<BookingMail>(mail.Arguments)!;
        var booking = await db.Bookings.AsNoTracking().Include(b => b.Date.Event).FirstOrDefaultAsync(b => b.Id == asked.BookingId, cancel);
        if (booking is null || (mail.Kind is Booked or PlaceFree or Reminder && (booking.State != BookingState.Booked || booking.Date.CancelledAt is not null)))
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var email = await writer.WriteAsync(mail, t, _ => LetterOf(mail.Kind, booking, t, zone), cancel);
        var hasPlace = booking.State == BookingState.Booked && mail.Kind is Booked or PlaceFree or Reminder or Moved;
        if (email is null || (!hasPlace && mail.Kind != CalledOff))
        {
            return email;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var entry = booking.Date.ToCalendar(address, now, hasPlace ? booking.Date.Link : null);
        return email with { Files = [new AttachedFile(booking.Date.Event.Slug + ".ics", "text/calendar", CalendarFile.Write(booking.Date.Event.Title, [entry]))] };
    }

    private Letter LetterOf(string kind, Booking booking, Phrases t, TimeZoneInfo zone)
    {
        var (date, title) = (booking.Date, booking.Date.Event.Title);
        var mine = address.Of(AgendaQueries.Mine);
        IReadOnlyList<string> about = [$"{title}\n{date.When(t, zone)}\n{date.Where(t)}"];
        IReadOnlyList<string> coming = [.. about, .. date.Link.Length > 0 ? [t["Pour suivre en ligne : {0}", date.Link]] : Array.Empty<string>()];
        var back = t["Empêché ? Rendez votre place avant le {0} : quelqu’un l’attend peut-être.", t.Moment(date.ClosesAt, zone)];
        return kind switch
        {
            Booked => new(t["Vous êtes inscrit(e) : {0}", title], [t["Bonjour,"], t["Votre place est retenue."], .. coming]) { Link = mine, LinkText = t["Mes inscriptions"], After = [back] },
            Waiting => new(t["Vous êtes sur la liste d’attente : {0}", title], [t["Bonjour,"], t["Toutes les places sont prises. Si l’une se libère, elle est à vous dans l’ordre des demandes, et nous vous l’écrivons."], .. about]) { Link = mine, LinkText = t["Mes inscriptions"] },
            PlaceFree => new(t["Une place s’est libérée : {0}", title], [t["Bonjour,"], t["Vous étiez sur la liste d’attente : vous avez maintenant une place."], .. coming]) { Link = mine, LinkText = t["Mes inscriptions"], After = [back] },
            Given => new(t["Votre inscription est annulée : {0}", title], [t["Bonjour,"], t["Vous avez rendu votre place. Vous pouvez vous réinscrire tant que les inscriptions sont ouvertes."], .. about]) { Link = address.Of(date.Event.Path()), LinkText = t["Voir l’événement"] },
            Moved => new(t["Changement : {0}", title], [t["Bonjour,"], t["L’heure ou le lieu a changé. Voici ce qui vaut maintenant."], .. booking.State == BookingState.Booked ? coming : about]) { Link = mine, LinkText = t["Mes inscriptions"], After = [back] },
            Reminder => new(t["C’est bientôt : {0}", title], [t["Bonjour,"], t["Nous vous attendons."], .. coming]) { Link = mine, LinkText = t["Mes inscriptions"] },
            _ => new(t["Annulé : {0}", title], [t["Bonjour,"], t["Cet événement n’aura pas lieu à la date prévue. Vous n’avez rien à faire, et rien n’est dû."], .. about, date.CancelledReason]) { Link = address.Of(AgendaQueries.Root), LinkText = t["L’agenda"] },
        };
    }
}
