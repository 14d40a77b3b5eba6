using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Figures;

/// <summary>What is read, how far, where the wall is met and what follows: counted on the server, without anybody's name (L-51).</summary>
public static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddSingleton<ReadTally>();
        services.AddSingleton<HostsOfDay>();
        services.AddSingleton<DoNotMeasure>();
        services.AddSingleton<CountReading>();
        services.AddSingleton<ReportLimit>();
        services.AddSingleton<KeepCounts>();
        services.AddScoped<AudienceFigures>();
        // On every node: each writes what it counted itself.
        services.AddHostedService<CountRounds>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Figures", page => page.Filters.Add(new SmallForm())));
        return services;
    }

    public static void MapFigures(this WebApplication app) => app.MapMeasure();
}
