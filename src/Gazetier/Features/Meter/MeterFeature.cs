using Gazetier.Features.Access;

namespace Gazetier.Features.Meter;

/// <summary>The free articles of the month.</summary>
public static class MeterFeature
{
    public static IServiceCollection AddMeter(this IServiceCollection services)
    {
        services.AddSingleton<BringFreeArticle>();
        services.AddSingleton<BringRights>(provider => provider.GetRequiredService<BringFreeArticle>().RunAsync);
        services.AddScoped<CountFreeReading>();
        return services;
    }
}
