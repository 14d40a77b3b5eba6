using Gazetier.Data;

namespace Gazetier.Features.Planning;

/// <summary>What comes when: the newsroom's calendar, its board, tomorrow's newspaper.</summary>
public static class PlanningFeature
{
    public static IServiceCollection AddPlanning(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<ReadBoard>();
        services.AddScoped<ReadMilestones>();
        services.AddScoped<MoveMilestone>();
        services.AddScoped<ReadEditions>();
        services.AddScoped<FreeArticles>();
        services.AddScoped<AnnounceArticles>();
        if (options.Works)
        {
            services.AddHostedService<ArticleRounds>();
        }

        return services;
    }
}
