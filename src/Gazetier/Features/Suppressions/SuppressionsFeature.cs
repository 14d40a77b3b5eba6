using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Suppressions;

/// <summary>Addresses that nothing is sent to any more: seen, searched and lifted by the desk, and by their reader (E-04, E-05, E-07).</summary>
public static class SuppressionsFeature
{
    /// <summary>Where a reader hears of it.</summary>
    public const string Notice = "/mon-compte/adresse-en-panne";

    public static IServiceCollection AddSuppressions(this IServiceCollection services)
    {
        services.AddScoped<LiftSuppression>();
        services.AddScoped<StopBy>(provider => async (account, next, cancel) =>
            await provider.GetRequiredService<GazetierDb>().SuppressionOfAsync(account.Email!, cancel) is { IsOfAddress: true }
                ? Notice + "?retour=" + Uri.EscapeDataString(next)
                : null);
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Suppressions", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
