using Gazetier.Features.Charts.Newsroom;
using Gazetier.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace Gazetier.Features.Charts;

/// <summary>Tables drawn on the server, given at <c>/graphiques/{key}.svg</c>: no script, no library, the numbers beside them.</summary>
public static class ChartsFeature
{
    public static IServiceCollection AddCharts(this IServiceCollection services)
    {
        services.AddSingleton<ChartFiles>();
        services.AddSingleton<KeepCharts>();
        return services;
    }

    public static void MapCharts(this WebApplication app)
    {
        app.MapMethods("/graphiques/{file}", [HttpMethods.Get, HttpMethods.Head], Give).WithMetadata(new PublicFileAttribute());
        app.MapChartPreview();
    }

    private static IResult Give(HttpContext context, string file, ChartFiles files)
    {
        if (files.PathOf(file) is not { } path || !File.Exists(path))
        {
            // A missing drawing needs no page around it.
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src {DrawChart.StyleSource}; frame-ancestors 'none'; sandbox";
        headers.Remove(SecurityHeaders.Robots);
        // Feed readers and webmails show it on their own pages.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.File(path, "image/svg+xml");
    }
}
