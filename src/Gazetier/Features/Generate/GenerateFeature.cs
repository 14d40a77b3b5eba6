namespace Gazetier.Features.Generate;

public static class GenerateFeature
{
    public static IServiceCollection AddGenerate(this IServiceCollection services) => services.AddScoped<GenerateLoad>();
}
