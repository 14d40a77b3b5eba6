using Gazetier.Data;
using Gazetier.Features.Bounces.Mails;
using Gazetier.Features.Bounces.WaysIn;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Bounces;

/// <summary>What comes back: read, counted, acted upon (E-04, E-05), and the ways by which it comes in.</summary>
public static class BouncesFeature
{
    /// <summary>The page about the state of the posting.</summary>
    public const string Health = "/redaction/expedition";

    public static IServiceCollection AddBounces(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ReceiveReturned>();
        services.AddScoped<ActOnBounce>();
        services.AddScoped<ActOnComplaint>();
        services.AddScoped<TellOperators>();
        services.AddScoped<PostingFigures>();
        services.AddScoped<IComposeMail, AlertLetters>();
        services.AddSingleton<TakeIn>();
        services.AddSingleton<ReadMaildir>();
        services.AddSingleton<ReadMailbox>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Bounces", page => page.Filters.Add(new SmallForm())));
        if (options.Works)
        {
            services.AddWaysIn(options.Mail.Bounces);
        }

        return services;
    }

    private static void AddWaysIn(this IServiceCollection services, BounceOptions ways)
    {
        if (ways.Listen.Length > 0)
        {
            services.AddHostedService<BounceListener>();
        }

        if (ways.Maildir.Length > 0 || ways.Mailbox.Length > 0)
        {
            services.AddHostedService<FetchRounds>();
        }
    }
}
