using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Desk;

/// <summary>The subscription desk: finds a reader, sees everything they hold and why, and puts it right.</summary>
public static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<KeepSubscription>();
        services.AddScoped<MergeAccounts>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Desk", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
