namespace Gazetier.Web;

/// <summary>Answers that machines read (feeds, sitemaps, robots.txt): the same bytes for all, kept once.</summary>
public static class PublicAnswer
{
    /// <summary>The methods that such an answer is mapped for.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The answer is kept, for everybody. Mapped where the handler stands: only there is it compiled beforehand.</summary>
    public static void SameForAll(this IEndpointConventionBuilder answer) =>
        answer.WithMetadata(new PublicPageAttribute { SameForAll = true });

    /// <summary>An answer that is kept by nobody: compressed, with the tag of its bytes, and 304 for who has it.</summary>
    public static Task AnswerOnceAsync(this HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.Vary = "Accept-Encoding";
        return new KeptPage(body, context.Response.Headers, [], 0).WriteAsync(context);
    }

    /// <summary>Writes <paramref name="body"/> for HEAD too: what is kept then is also given to GET.</summary>
    public static async Task AnswerAsync(this HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
