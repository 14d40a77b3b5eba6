using Gazetier.Changes;

namespace Gazetier.Features.Licensing;

/// <summary>What robots may do with the newspaper, decided in one place, and the page that says it to people.</summary>
public static class LicensingFeature
{
    public static IServiceCollection AddLicensing(this IServiceCollection services)
    {
        services.AddScoped<ReadPolicy>();
        services.AddScoped<ReadLine>();
        services.AddScoped<SavePolicy>();
        services.AddSingleton<KnownPolicy>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<KnownPolicy>());
        return services;
    }
}
