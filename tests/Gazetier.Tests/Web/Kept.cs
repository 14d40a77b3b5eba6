using Gazetier.Web;
using Microsoft.AspNetCore.Http;

namespace Gazetier.Tests.Web;

/// <summary>Asks a kept page without a server.</summary>
public static class Kept
{
    public static async Task<(HttpResponse Response, byte[] Body)> AskAsync(
        KeptPage page,
        string? encoding = null,
        Action<HttpRequest>? asking = null)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.AcceptEncoding = encoding;
        asking?.Invoke(context.Request);
        context.Response.Body = body;
        await page.WriteAsync(context);
        await context.Response.BodyWriter.FlushAsync();
        return (context.Response, body.ToArray());
    }
}
