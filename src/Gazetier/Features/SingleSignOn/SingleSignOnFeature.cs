using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Sign-in by ProConnect and by any provider that speaks OpenID Connect (P-01 to P-08, docs/decisions/0023).</summary>
public static class SingleSignOnFeature
{
    /// <summary>Bytes of an answer that we read.</summary>
    private const int LongestAnswer = 512 * 1024;

    public static IServiceCollection AddSingleSignOn(this IServiceCollection services)
    {
        services.AddSingleton<Providers>();
        services.AddSingleton<Discovery>();
        services.AddSingleton<CheckToken>();
        services.AddScoped<Attempts>();
        services.AddScoped<WaitingIdentities>();
        services.AddScoped<AskProvider>();
        services.AddScoped<RedeemCode>();
        services.AddScoped<LinkIdentity>();
        services.AddScoped<EnterByProvider>();
        services.AddScoped<LeaveProvider>();
        services.TryAddScoped<SeatBySiret>(_ => (_, _, _) => Task.FromResult<string?>(null));
        // No redirect is followed: a code and a secret go where the provider said, and nowhere else.
        services.AddHttpClient(Discovery.Client, client =>
            {
                (client.Timeout, client.MaxResponseContentBufferSize) = (Discovery.Patience, LongestAnswer);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Gazetier");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/SingleSignOn", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
