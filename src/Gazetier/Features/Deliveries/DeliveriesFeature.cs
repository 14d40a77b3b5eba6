using Gazetier.Features.Deliveries.Mails;

namespace Gazetier.Features.Deliveries;

public static class DeliveriesFeature
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddScoped<Issues>();
        services.AddScoped<Ledger>();
        services.AddScoped<Postings>();
        services.AddScoped<PostDeliveries>();
        services.AddScoped<MailBlocks>();
        services.AddScoped<AssembleMails>();
        services.AddSingleton<UnsubscribeLink>();
        return services;
    }
}
