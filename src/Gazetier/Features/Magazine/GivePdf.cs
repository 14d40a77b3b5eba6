using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Features.Magazine;

/// <summary>
/// Gives the PDF of an issue to those who may read it, in parts where a viewer asks for parts. The answer is personal: no proxy keeps it,
/// and each part is decided anew.
/// </summary>
internal static class GivePdf
{
    public static async Task<IResult> AnswerAsync(HttpContext context, int number, OpenPrintIssue open, PrintFiles files, Masthead masthead)
    {
        if (await open.RunAsync(number, context, withContents: false) is not { Issue.PdfKey: { } key } opened || files.PathOf(key) is var path && !File.Exists(path))
        {
            return Results.NotFound();
        }

        if (!opened.MayRead)
        {
            return Results.LocalRedirect(opened.Issue.Path);
        }

        var newspaper = Slug.From((await masthead.ImprintAsync(context.RequestAborted)).Name);
        var name = FormattableString.Invariant($"{(newspaper.Length == 0 ? "magazine" : newspaper)}-{number}.pdf");
        var headers = context.Response.Headers;
        // As of every file that we give: whatever it holds runs nowhere. Chromium shows no PDF in a sandbox.
        headers.ContentSecurityPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'none'";
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = name }.ToString();
        return Results.File(path, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{key}\""), enableRangeProcessing: true);
    }
}
