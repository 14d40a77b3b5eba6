using System.Net;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Locales;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;

namespace Gazetier.Web;

/// <summary>What every page stands on: the kept pages, security headers, errors, languages, health and metrics.</summary>
public static class WebFeature
{
    public static IServiceCollection AddWeb(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton(_ => new PageCache(options.PageCacheMegabytes * 1024L * 1024));
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<PageCache>());
        services.AddSingleton<FirstSeen>();
        services.AddSingleton<PublicAddress>();
        services.AddScoped<LanguageOfScope>();
        services.AddScoped(provider => new Phrases(provider.GetRequiredService<LanguageOfScope>().Language));
        services.AddExceptionHandler<Incidents>();
        services.AddPackedFiles();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Gazetier")
            // Two measurements a request for a gauge that is read once a minute: a twentieth of a kept page's time.
            .AddView("http.server.active_requests", MetricStreamConfiguration.Drop)
            .AddPrometheusExporter());
        services.AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Features";
                pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                pages.Conventions.Add(new NewsroomIsForStaff());
            })
            .AddMvcOptions(mvc => mvc.ModelBindingMessageProvider.SpeakFrench());
        // Last, when every feature has said what its own forms take.
        services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.Add(new EveryFormIsLimited()));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        return services;
    }

    /// <param name="beforeKept">Who is met before any page is given, kept or not.</param>
    /// <param name="beforeRouting">What may lead a request to another page than its address says.</param>
    public static void UseWeb(this WebApplication app, NewspaperOptions options, Action<WebApplication> beforeKept, Action<WebApplication> beforeRouting)
    {
        if (options.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders(Proxies(options));
        }

        app.UseOnlyLocal("/metrics", options);
        // Outermost: to know whose page to give may need the database. It costs a kept page nothing.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/erreur/500", SuppressDiagnosticsCallback = _ => true });
        beforeKept(app);
        app.UseMiddleware<GiveKeptPage>();
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        // Inside the error pages: an exception clears the headers, and the error page needs them too.
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FetchMetadata>();
        app.UsePackedFiles();
        beforeRouting(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<KeepPage>();
    }

    public static void MapWeb(this WebApplication app, NewspaperOptions options)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static ForwardedHeadersOptions Proxies(NewspaperOptions options)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        foreach (var proxy in options.TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        return forwarded;
    }
}
