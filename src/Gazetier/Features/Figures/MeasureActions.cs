using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Gazetier.Features.Figures;

/// <summary>
/// <c>POST /mesure</c>: what <c>reading.js</c> sends when a page is left. Nobody reads the answer, so it has no page. An article that
/// does not exist is found out when counts are written (<see cref="KeepCounts"/>): the answer tells nothing, and asks no database.
/// </summary>
public static class MeasureActions
{
    /// <summary>Bytes of the whole form; ours has some fifty.</summary>
    private const int Largest = 256;

    public static void MapMeasure(this WebApplication app) => app.MapPost("/mesure", CountAsync).DisableAntiforgery();

    private static async Task<IResult> CountAsync(HttpContext context, CountReading count, ReportLimit limit, CancellationToken cancel)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (!limit.MayReport(Network.Of(context.Connection.RemoteIpAddress)))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (context.Request.ContentLength is null or > Largest)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (await FormAsync(context.Request, cancel) is not { } form || ReadingReport.Read(form) is not { } report)
        {
            return Results.BadRequest();
        }

        count.Report(context, report);
        return Results.NoContent();
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(new FormOptions { ValueCountLimit = 8, MultipartBodyLengthLimit = Largest }, cancel) : null;
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }
}
