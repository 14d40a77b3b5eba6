namespace Gazetier.Mail.Dkim;

public static class DkimFeature
{
    public static IServiceCollection AddDkim(this IServiceCollection services)
    {
        services.AddSingleton<DkimKeys>();
        services.AddSingleton<SignMails>();
        return services;
    }
}
