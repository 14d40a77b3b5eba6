using Gazetier.Changes;
using Gazetier.Features.Accounts;
using Gazetier.Web;

namespace Gazetier.Features.Access;

public static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Readers>();
        services.AddScoped<Explain>();
        services.AddSingleton<KnownRules>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<KnownRules>());
        services.AddSingleton<KnownAsks>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<KnownAsks>());
        services.AddSingleton<ForgetReader>(provider => provider.GetRequiredService<Readers>().Forget);
        services.AddSingleton<ClassifyRequest>(provider => provider.GetRequiredService<Readers>().ClassifyAsync);
        return services;
    }
}
