using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SenderHealth;

/// <summary>The doctor of the sender's domain (E-08): a page of the newsroom, and <c>gazetier check mail</c>.</summary>
public static class SenderHealthFeature
{
    public static IServiceCollection AddSenderHealth(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(ReachServers)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<IAskDns, AskDns>();
        services.AddSingleton<IReachServers, ReachServers>();
        services.AddScoped<InspectSender>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/SenderHealth", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
