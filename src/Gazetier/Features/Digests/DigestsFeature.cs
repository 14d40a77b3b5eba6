using Gazetier.Data;
using Gazetier.Features.Digests.Mails;
using Gazetier.Features.Digests.Mine;
using Gazetier.Features.Suppressions;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.Digests;

public static class DigestsFeature
{
    public static IServiceCollection AddDigests(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<SaveProfile>();
        services.AddScoped<ProfileNotices>();
        services.AddScoped<LeaveDigest>();
        services.AddScoped<LeaveList>(provider => (account, cancel) => provider.GetRequiredService<GazetierDb>().DigestRhythms.Where(r => r.AccountId == account)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Frequency, Frequency.Never).SetProperty(x => x.NextDueAt, (DateTime?)null), cancel));
        services.AddScoped<ComposeDigests>();
        services.AddScoped<EditionBlocks>();
        services.AddScoped<EditionMails>();
        services.AddScoped<ComposeSample>();
        services.AddScoped<IssueDigests>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            // Not the page that takes a reader off: it does so whatever stands in the body.
            pages.Conventions.AddFolderApplicationModelConvention("/Digests/Mine", page => page.Filters.Add(new SmallForm()));
            pages.Conventions.AddPageApplicationModelConvention("/Digests/Resume", page => page.Filters.Add(new SmallForm()));
        });
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<DigestSchedule>(
                trigger => trigger.WithIdentity("digests").WithCronSchedule(DigestSchedule.Cron)));
            services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        }

        return services;
    }
}
