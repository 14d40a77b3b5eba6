using Gazetier.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gazetier.Changes;

public static class ChangesFeature
{
    public static IServiceCollection AddChanges(this IServiceCollection services, NewspaperOptions options)
    {
        if (options.IsPostgres)
        {
            services.AddSingleton<IChangeBell, PostgresBell>();
        }
        else
        {
            services.AddSingleton<ProcessBell>();
            services.AddSingleton<IChangeBell>(provider => provider.GetRequiredService<ProcessBell>());
            services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<ProcessBell>());
        }

        services.AddSingleton<ChangeFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFollower>());
        return services;
    }
}
