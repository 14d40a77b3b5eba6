namespace Gazetier.Features.Articles;

public static class ArticlesFeature
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddScoped<ShowPictures>();
        return services;
    }

    public static void MapArticles(this WebApplication app)
    {
    }
}
