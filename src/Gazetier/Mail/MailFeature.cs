using Gazetier.Data;

namespace Gazetier.Mail;

public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<KeptMails>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<KeptMails>());
        services.AddSingleton<MailPages>();
        services.AddScoped<PostOutbox>();
        if (options.Works)
        {
            services.AddHostedService<OutboxRounds>();
        }

        return services;
    }

    public static void MapMail(this WebApplication app, NewspaperOptions options)
    {
    }
}
