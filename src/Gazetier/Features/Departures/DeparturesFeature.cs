using Gazetier.Features.Departures.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Departures;

/// <summary>Leaving: cancellation in three clicks, and withdrawal (L-01 to L-04, L-10).</summary>
public static class DeparturesFeature
{
    public static IServiceCollection AddDepartures(this IServiceCollection services)
    {
        services.AddScoped<ReceiveDeparture>();
        services.AddScoped<IComposeMail, DepartureLetters>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Departures", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
