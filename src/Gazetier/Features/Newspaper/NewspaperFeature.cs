using System.Text;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newspaper;

public static class NewspaperFeature
{
    public static IServiceCollection AddNewspaper(this IServiceCollection services)
    {
        services.AddSingleton<LastMasthead>();
        services.AddScoped<Masthead>();
        return services;
    }

    public static void MapNewspaper(this WebApplication app)
    {
        app.MapMethods("/accent/{file}", [HttpMethods.Get, HttpMethods.Head], GiveAccentAsync);
        app.MapMethods("/emblemes/{file}", [HttpMethods.Get, HttpMethods.Head], GiveEmblemAsync);
    }

    /// <summary>The colour stands in the address, so that what browsers keep is right for good; inline styles are refused by our own policy.</summary>
    private static Task GiveAccentAsync(HttpContext context, string file) =>
        Accent.Parse("#" + file.Split('.')[0]) is { } accent && file == accent.FileName
            ? GiveAsync(context, "text/css; charset=utf-8", Encoding.ASCII.GetBytes($":root{{--accent:{accent}}}"))
            : NotFoundAsync(context);

    private static async Task GiveEmblemAsync(HttpContext context, string file, GazetierDb db)
    {
        var key = file.EndsWith(".png", StringComparison.Ordinal) ? file[..^4] : "";
        var isKey = key.Length == 32 && key.All(char.IsAsciiHexDigitLower);
        var bytes = isKey ? await db.Emblems.Where(e => e.Key == key).Select(e => e.Content).FirstOrDefaultAsync(context.RequestAborted) : null;
        await (bytes is null ? NotFoundAsync(context) : GiveAsync(context, "image/png", bytes));
    }

    private static Task GiveAsync(HttpContext context, string type, byte[] content)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
