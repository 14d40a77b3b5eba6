namespace Gazetier.Features.Redirects;

public static class RedirectsFeature
{
    public static IServiceCollection AddRedirects(this IServiceCollection services)
    {
        services.AddScoped<KeepRedirects>();
        services.AddScoped<LivingPages>();
        return services;
    }
}
