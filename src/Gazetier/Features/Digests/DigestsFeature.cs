using Gazetier.Data;
using Gazetier.Features.Digests.Mails;
using Gazetier.Features.Digests.Mine;
using Gazetier.Features.MailingLists;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;

namespace Gazetier.Features.Digests;

public static class DigestsFeature
{
    public static IServiceCollection AddDigests(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<SaveProfile>();
        services.AddScoped<ProfileNotices>();
        services.AddScoped<IMailingLists, DigestLists>();
        services.AddScoped<ComposeDigests>();
        services.AddScoped<EditionMails>();
        services.AddScoped<ComposeSample>();
        services.AddScoped<IssueDigests>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Digests/Mine", page => page.Filters.Add(new SmallForm())));
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<DigestSchedule>(
                trigger => trigger.WithIdentity("digests").WithCronSchedule(DigestSchedule.Cron)));
            services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        }

        return services;
    }
}
