using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.DmarcReports;

/// <summary>Who writes in our name, as receivers report it (E-09).</summary>
public static class DmarcReportsFeature
{
    public static IServiceCollection AddDmarcReports(this IServiceCollection services)
    {
        services.AddScoped<ReceiveDmarcReport>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/DmarcReports", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}
