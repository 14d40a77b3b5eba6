namespace Gazetier.Features.FrontPages;

/// <summary>La une: composed by the newsroom, filled by the newest.</summary>
public static class FrontPagesFeature
{
    public static IServiceCollection AddFrontPages(this IServiceCollection services)
    {
        services.AddScoped<ReadFrontPage>();
        services.AddScoped<SaveArrangement>();
        services.AddScoped<CopyArrangement>();
        return services;
    }
}
