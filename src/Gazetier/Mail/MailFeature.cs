using Gazetier.Data;
using Gazetier.Mail.Wire;

namespace Gazetier.Mail;

public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<KeptMails>();
        if (string.IsNullOrEmpty(options.Mail.Smtp))
        {
            services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<KeptMails>());
            services.AddSingleton<IMailLines>(provider => provider.GetRequiredService<KeptMails>());
        }
        else
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
            services.AddSingleton<IMailLines, SmtpLines>();
        }

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
