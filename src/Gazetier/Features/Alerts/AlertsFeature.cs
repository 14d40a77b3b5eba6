using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Alerts.Mails;
using Gazetier.Features.MailingLists;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Alerts;

/// <summary>Tells readers of an article as soon as it appears (E-11).</summary>
public static class AlertsFeature
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<Followers>();
        services.AddScoped<WriteAlerts>();
        services.AddScoped<MatchArticles>();
        services.AddScoped<AlertMails>();
        services.AddScoped<TextChangeMails>();
        services.AddScoped<TellTextChanges>();
        services.AddScoped<IssueAlerts>();
        services.AddScoped<IMailingLists, AlertLists>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Alerts/Mine", page => page.Filters.Add(new SmallForm())));
        if (options.Works)
        {
            services.AddSingleton<AlertRounds>();
            services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<AlertRounds>());
            services.AddHostedService(provider => provider.GetRequiredService<AlertRounds>());
        }

        return services;
    }
}
