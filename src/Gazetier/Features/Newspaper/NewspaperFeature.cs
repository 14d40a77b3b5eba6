namespace Gazetier.Features.Newspaper;

public static class NewspaperFeature
{
    public static IServiceCollection AddNewspaper(this IServiceCollection services)
    {
        services.AddSingleton<LastMasthead>();
        services.AddScoped<Masthead>();
        return services;
    }
}
