using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Clubs.Mails;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Mail;
using Quartz;

namespace Gazetier.Features.Clubs;

/// <summary>Clubs: their front pages, their members' directory, questions to their experts (G-09).</summary>
public static class ClubsFeature
{
    public static IServiceCollection AddClubs(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<OpenClubs>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<OpenClubs>());
        services.AddScoped<AskExperts>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<TellAnswers>();
        services.AddScoped<IComposeMail, QuestionLetters>();
        if (options.Works)
        {
            services.AddQuartz(schedule => schedule.ScheduleJob<AnswerSchedule>(trigger => trigger.WithIdentity("club-answers").WithCronSchedule(AnswerSchedule.Cron)));
        }

        return services;
    }
}
