namespace Gazetier.Features.Settings;

/// <summary>The newspaper's name, legal notices, colour, logo and menus, as the newsroom sets them.</summary>
public static class SettingsFeature
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services.AddScoped<KeepEmblem>();
}
