using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newsletters.Mails;
using Gazetier.Features.Newsletters.Newsroom;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quartz;

namespace Gazetier.Features.Newsletters;

/// <summary>Newsletters: written or made by rule, posted, read on the site, joined and left (E-03, E-06, E-10, L-52).</summary>
public static class NewslettersFeature
{
    /// <summary>Bytes of a form: the longest text in any script, each sign of it escaped.</summary>
    private const long LargestForm = 512 * 1024;

    public static IServiceCollection AddNewsletters(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<SignupLink>();
        services.AddScoped<ReadIssue>();
        services.AddScoped<RenderIssue>();
        services.AddScoped<NewsletterMails>();
        services.AddScoped<ComposeSampleIssue>();
        services.AddScoped<ComposeNewsletters>();
        services.AddScoped<PostNewsletters>();
        services.AddScoped<ChangeSignup>();
        services.AddScoped<AskToSignUp>();
        services.AddScoped<ConfirmSignup>();
        services.AddScoped<WriteIssue>();
        services.AddScoped<IMailingLists, NewsletterLists>();
        services.AddScoped<IComposeMail, NewsletterLetters>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Newsletters", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        if (options.Works)
        {
            // The clock that runs it is started with the digests' own.
            services.AddQuartz(schedule => schedule.ScheduleJob<NewsletterSchedule>(
                trigger => trigger.WithIdentity("newsletters").WithCronSchedule(NewsletterSchedule.Cron)));
        }

        return services;
    }

    public static void MapNewsletters(this WebApplication app) => app.MapIssuePreview();
}
