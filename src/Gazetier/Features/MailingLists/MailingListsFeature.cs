using Gazetier.Data;
using Gazetier.Features.MailingLists.Imports;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;

namespace Gazetier.Features.MailingLists;

/// <summary>
/// What readers get in bulk, and how they leave it: by the link of each mail, by one page of all lists, in their account (E-02); and
/// lists that come from elsewhere, with their proof (L-52).
/// </summary>
public static class MailingListsFeature
{
    /// <summary>Bytes of a form with a table and its proof.</summary>
    private const long LargestImport = ListImport.LargestTable + ListImport.LargestProof + (128 * 1024);

    public static IServiceCollection AddMailingLists(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ListsOfReader>();
        services.AddScoped<LeaverOfRequest>();
        services.AddScoped<JudgeLines>();
        services.AddScoped<CheckImport>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<IComposeMail, ImportLetters>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            // Not the page that takes a reader off: it does so whatever stands in the body.
            foreach (var page in new[] { "/MailingLists/Resume", "/MailingLists/Preferences", "/MailingLists/Mine/Index", "/MailingLists/Newsroom/Show" })
            {
                pages.Conventions.AddPageApplicationModelConvention(page, model => model.Filters.Add(new SmallForm()));
            }

            pages.Conventions.AddPageApplicationModelConvention("/MailingLists/Newsroom/Import", model => model.Filters.Add(new SmallForm { Limit = LargestImport }));
        });
        if (options.Works)
        {
            // The clock that runs it is started with the digests' own.
            services.AddQuartz(schedule => schedule.ScheduleJob<ImportSchedule>(trigger => trigger.WithIdentity("imports").WithCronSchedule(ImportSchedule.Cron)));
        }

        return services;
    }
}
