using Gazetier.Data;
using Gazetier.Features.Agenda.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Agenda;

/// <summary>Events, trainings and meetings, and the places that readers book.</summary>
public static class AgendaFeature
{
    public static IServiceCollection AddAgenda(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<BookPlaces>();
        services.AddScoped<RemindBooked>();
        services.AddScoped<IComposeMail, BookingLetters>();
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<ReminderSchedule>(trigger => trigger.WithIdentity("agenda").WithCronSchedule(ReminderSchedule.Cron)));
        }

        return services;
    }

    /// <summary>The agenda as a calendar to subscribe to.</summary>
    public static void MapAgenda(this WebApplication app) => app.MapMethods(AgendaQueries.Root + "agenda.ics", PublicAnswer.Reading, GiveCalendarAsync).SameForAll();

    private static async Task GiveCalendarAsync(HttpContext context, GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var cancel = context.RequestAborted;
        // A month back: who subscribes does not lose what was yesterday.
        var dates = await db.EventDates.ToCome(now.AddDays(-30)).Take(500).ToListAsync(cancel);
        context.Tags().Add(AgendaQueries.Tag, Masthead.Tag);
        context.Tags().ExpireAt(now.AddDays(1));
        // Dated to the day: as long as nothing changes, the bytes stay what they are, and with them their tag.
        await context.AnswerAsync(CalendarFile.ContentType, CalendarFile.Write((await masthead.ImprintAsync(cancel)).Name, dates.Select(d => d.ToCalendar(address, now.Date))));
    }
}
