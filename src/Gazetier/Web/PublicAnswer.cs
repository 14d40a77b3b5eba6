namespace Gazetier.Web;

/// <summary>Answers that machines read (feeds, sitemaps, robots.txt): the same bytes for all, kept once.</summary>
public static class PublicAnswer
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPublic(this IEndpointRouteBuilder routes, string pattern, Delegate answer) =>
        routes.MapMethods(pattern, Reading, answer).WithMetadata(new PublicPageAttribute { SameForAll = true });

    /// <summary>Writes <paramref name="body"/> for HEAD too: what is kept then is also given to GET.</summary>
    public static async Task AnswerAsync(this HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
