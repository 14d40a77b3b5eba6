using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Generate;
using Gazetier.Features.Newspaper;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Gazetier;

/// <summary>Puts the newspaper together: every feature is named once here.</summary>
public static class Application
{
    /// <summary>Registers everything; what is common to the server and to the commands.</summary>
    public static NewspaperOptions AddGazetier(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Gazetier").Get<NewspaperOptions>() ?? new NewspaperOptions();
        var check = new CheckOptions().Validate(null, options);
        if (check.Failed)
        {
            throw new OptionsValidationException("Gazetier", typeof(NewspaperOptions), check.Failures);
        }

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(Clock(options));
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddData(options);
        services.AddChanges(options);
        services.AddMail(options);
        services.AddWeb(options);

        services.AddNewspaper();
        services.AddAccounts();
        services.AddAccess();
        services.AddArticles();
        services.AddGenerate();
        return options;
    }

    /// <summary>The way of a request, from the outside in.</summary>
    public static void UseGazetier(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<NewspaperOptions>();
        app.UseWeb(options);
        app.MapWeb(options);
        app.MapMail(options);
        app.MapNewspaper();
        app.MapAccounts();
        app.MapArticles();
        app.MapRazorPages();
    }

    private static TimeProvider Clock(NewspaperOptions options) => options.Clock.Length == 0
        ? TimeProvider.System
        : new StartedClock(DateTimeOffset.Parse(options.Clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
