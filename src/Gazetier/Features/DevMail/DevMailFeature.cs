using Gazetier.Mail;
using MimeKit;

namespace Gazetier.Features.DevMail;

/// <summary>Shows the mails that were kept instead of sent, at /dev/mail.</summary>
public static class DevMailFeature
{
    /// <summary>A mail's HTML is not ours to trust and brings its own styles: alone in a sandbox, inert but for those.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static IServiceCollection AddDevMail(this IServiceCollection services) => services.AddSingleton<Shelf>();

    public static void MapDevMail(this WebApplication app)
    {
        app.MapGet("/dev/mail/{name}/html", ShowHtmlAsync);
        app.MapGet("/dev/mail/{name}/fichier/{index:int}", GiveFileAsync);
    }

    private static async Task<IResult> GiveFileAsync(HttpContext context, Shelf shelf, KeptMails mails, string name, int index, CancellationToken cancel)
    {
        if (!shelf.IsOpenTo(context))
        {
            return Results.NotFound();
        }

        using var mail = await mails.FindAsync(name, cancel);
        if (mail?.Attachments.ElementAtOrDefault(index) is not MimePart { Content: { } content } file)
        {
            return Results.NotFound();
        }

        using var bytes = new MemoryStream();
        await content.DecodeToAsync(bytes, cancel);
        return Results.File(bytes.ToArray(), file.ContentType.MimeType, file.FileName ?? "fichier");
    }

    private static async Task<IResult> ShowHtmlAsync(HttpContext context, Shelf shelf, KeptMails mails, string name, CancellationToken cancel)
    {
        if (!shelf.IsOpenTo(context))
        {
            return Results.NotFound();
        }

        using var mail = await mails.FindAsync(name, cancel);
        if (mail?.HtmlBody is not { } html)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
