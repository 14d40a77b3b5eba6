using Gazetier.Web;

namespace Gazetier.Features.Access;

public static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Readers>();
        services.AddScoped<Explain>();
        services.AddSingleton<ClassifyRequest>(provider => provider.GetRequiredService<Readers>().ClassifyAsync);
        return services;
    }
}
