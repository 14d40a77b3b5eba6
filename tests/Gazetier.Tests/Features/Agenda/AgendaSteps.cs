using Gazetier.Features.Agenda;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Agenda;

/// <summary>A training of the cast's newspaper, ten days from now.</summary>
internal static class AgendaSteps
{
    public const string Path = "/agenda/tenir-une-regie/";
    public const string Mine = "/mon-compte/agenda";
    public const string Link = "https://visio.courrier.example/regie";

    public static async Task<(Site Site, Guid Date)> OpenWithTrainingAsync(int? seats = 1)
    {
        var site = await Site.OpenAsync();
        var starts = site.Now.AddDays(10);
        var date = new EventDate { StartsAt = starts, EndsAt = starts.AddHours(3), ClosesAt = starts.AddDays(-1), Venue = "Hôtel de ville, Valmorel", Link = Link, Seats = seats, PriceCents = 15_000, MemberPriceCents = 5_000 };
        await site.DoAsync(async db =>
        {
            db.AgendaEvents.Add(new AgendaEvent { Slug = "tenir-une-regie", Kind = EventKind.Training, Title = "Tenir une régie", Summary = "Une matinée.", Text = "- Le registre\n- La caisse", IsPublished = true, Dates = [date] });
            await db.SaveChangesAsync();
        });
        return (site, date.Id);
    }

    public static Task<Answer> BookAsync(this Browser reader, Guid date, string name = "Quelqu’un") =>
        reader.PostAsync($"{Mine}/inscription/{date}", ("nom", name), ("fonction", "Régisseuse"), ("organisme", "Valmorel"));

    public static Task<Booking> BookingAsync(this Site site, Guid account) => site.DoAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.AccountId == account));

    public static async Task RemindAsync(this Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindBooked>().RunAsync(CancellationToken.None);
    }
}
