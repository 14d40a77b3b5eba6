using Gazetier.Data;
using Gazetier.Features.Trials.Mails;
using Gazetier.Mail;
using Quartz;

namespace Gazetier.Features.Trials;

/// <summary>Trying a product before buying it .</summary>
public static class TrialsFeature
{
    public static IServiceCollection AddTrials(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<TrialPersons>();
        services.AddScoped<OfferTrials>();
        services.AddScoped<BeginTrial>();
        services.AddScoped<TellTrialEnds>();
        services.AddScoped<IComposeMail, TrialLetters>();
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<TrialSchedule>(trigger => trigger.WithIdentity("trials").WithCronSchedule(TrialSchedule.Cron)));
        }

        return services;
    }
}
