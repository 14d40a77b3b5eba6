using Gazetier.Data;
using Gazetier.Features.Sheets.Mails;
using Gazetier.Mail;
using Quartz;

namespace Gazetier.Features.Sheets;

/// <summary>Sheets: articles that somebody keeps up to date (docs/decisions/0031).</summary>
public static class SheetsFeature
{
    public static IServiceCollection AddSheets(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ReviewSheet>();
        services.AddScoped<RemindOfSheets>();
        services.AddScoped<IComposeMail, SheetLetters>();
        if (options.Works)
        {
            // The clock that runs it is started with the digests' own.
            services.AddQuartz(schedule => schedule.ScheduleJob<SheetSchedule>(trigger => trigger.WithIdentity("sheets").WithCronSchedule(SheetSchedule.Cron)));
        }

        return services;
    }
}
