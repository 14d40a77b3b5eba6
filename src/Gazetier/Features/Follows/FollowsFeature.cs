using Gazetier.Data;
using Gazetier.Features.Keywords;
using Gazetier.Features.Places;

namespace Gazetier.Features.Follows;

public static class FollowsFeature
{
    public static IServiceCollection AddFollows(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<FollowedArticles>();
        services.AddScoped<WeeklyCounts>();
        services.AddScoped<Choices>();
        services.AddScoped<ReadFollows>();
        services.AddScoped<MatchKeywords>();
        services.AddScoped<MatchSearches>().AddScoped<FollowSearch>();
        services.AddScoped<OpenPlaces>();
        services.AddScoped<RereadKeywords>();
        if (options.Works)
        {
            services.AddHostedService<RereadAtStart>();
        }

        return services;
    }

    public static void MapFollows(this WebApplication app) => app.MapFollowActions();
}
