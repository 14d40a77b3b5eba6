namespace Gazetier.Features.Imports;

/// <summary>Brings newspapers in from elsewhere; called from the command line.</summary>
public static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddSingleton<ImportArticles>();
}
