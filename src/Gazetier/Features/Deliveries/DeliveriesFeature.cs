using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
        services.AddScoped<Budgets>();
        services.AddScoped<KeepPace>();
        services.AddSingleton<UnsubscribeLink>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageApplicationModelConvention("/Deliveries/Newsroom/Pace", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
