using Gazetier.Data;
using Gazetier.Features.Subscriptions.Mails;
using Gazetier.Mail;
using Quartz;

namespace Gazetier.Features.Subscriptions;

/// <summary>Rights for a term: what their holders do to them, and what time does.</summary>
public static class SubscriptionsFeature
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ChangeOwn>();
        services.AddScoped<ResumePauses>();
        services.AddScoped<AnnounceRenewals>();
        services.AddScoped<IComposeMail, RenewalLetters>();
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<SubscriptionSchedule>(
                trigger => trigger.WithIdentity("subscriptions").WithCronSchedule(SubscriptionSchedule.Cron)));
        }

        return services;
    }
}
