using Gazetier.Data;
using Gazetier.Features.Announcements.Mails;
using Gazetier.Features.MailingLists;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;

namespace Gazetier.Features.Announcements;

/// <summary>Public tenders and jobs: found, kept as a search, told in the morning; written by hand, from a table, from feeds (docs/decisions/0034).</summary>
public static class AnnouncementsFeature
{
    /// <summary>Bytes of a form: the longest table, each sign of it escaped.</summary>
    private const long LargestForm = 6 * 1024 * 1024;

    public static IServiceCollection AddAnnouncements(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<KeepSearch>();
        services.AddScoped<TellAnnouncements>();
        services.AddScoped<AnnouncementMails>();
        services.AddScoped<IssueAnnouncements>();
        services.AddScoped<IMailingLists, AnnouncementLists>();
        services.AddScoped<ImportAnnouncements>();
        services.AddScoped<ReadSource>();
        services.AddHttpClient(ReadSource.Client, Prepare).ConfigurePrimaryHttpMessageHandler(OutsideConnections.Handler).RemoveAllLoggers();
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AddFolderApplicationModelConvention("/Announcements/Mine", page => page.Filters.Add(new SmallForm()));
            pages.Conventions.AddFolderApplicationModelConvention("/Announcements/Newsroom", page => page.Filters.Add(new SmallForm { Limit = LargestForm }));
        });
        if (options.Works)
        {
            services.AddHostedService<RereadAnnouncements>();
            services.AddQuartz(schedule =>
            {
                schedule.ScheduleJob<AnnouncementSchedule>(trigger => trigger.WithIdentity("announcements").WithCronSchedule(AnnouncementSchedule.Cron));
                schedule.ScheduleJob<SourceSchedule>(trigger => trigger.WithIdentity("announcement-sources").WithCronSchedule(SourceSchedule.Cron));
            });
        }

        return services;
    }

    /// <summary>The address that the contract had first (docs/decisions/0034).</summary>
    public static void MapAnnouncements(this WebApplication app) => app.MapMethods("/avis/", PublicAnswer.Reading, (HttpContext context) =>
    {
        context.Response.Redirect(AnnouncementAddress.All, permanent: true);
        return Task.CompletedTask;
    }).SameForAll();

    private static void Prepare(HttpClient client)
    {
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Gazetier");
        client.Timeout = ReadSource.Patience;
        client.MaxResponseContentBufferSize = ReadSource.LargestFeed;
    }
}
