namespace Gazetier.Features.Follows;

public static class FollowsFeature
{
    public static IServiceCollection AddFollows(this IServiceCollection services)
    {
        services.AddScoped<FollowedArticles>();
        services.AddScoped<WeeklyCounts>();
        services.AddScoped<Choices>();
        return services;
    }

    public static void MapFollows(this WebApplication app) => app.MapFollowActions();
}
