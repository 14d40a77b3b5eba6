namespace Gazetier.Features.Newspaper;

public static class NewspaperFeature
{
    public static void MapNewspaper(this WebApplication app)
    {
    }

    public static IServiceCollection AddNewspaper(this IServiceCollection services)
    {
        services.AddScoped<Masthead>();
        return services;
    }
}
