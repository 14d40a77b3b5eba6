using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace Gazetier.Features.Embeds;

/// <summary>The door for sites that embed our articles: <c>/oembed?url=…&amp;format=json</c> (oembed.com).</summary>
public static class EmbedsFeature
{
    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IServiceCollection AddEmbeds(this IServiceCollection services) => services.AddScoped<EmbedArticle>();

    public static void MapEmbeds(this WebApplication app) => app.MapMethods("/oembed", PublicAnswer.Reading, AnswerAsync);

    private static async Task AnswerAsync(HttpContext context, EmbedArticle embed)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A program asked.
            pages.Enabled = false;
        }

        var query = context.Request.Query;
        var format = query["format"].ToString() is { Length: > 0 } asked ? asked : "json";
        var (isWidth, width) = Pixels(query["maxwidth"]);
        var (isHeight, height) = Pixels(query["maxheight"]);
        if (query["url"] is not [{ Length: > 0 } url] || !isWidth || !isHeight)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (format is not ("json" or "xml"))
        {
            // What the protocol wants said of a format that is not made (oEmbed 1.0, 2.3.3); json and xml are all that it knows.
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        if (await embed.RunAsync(url, width, height, context.RequestAborted) is not { } said)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // All of it is told to all, whatever site's script asks.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "public, max-age=300";
        await (format == "json"
            ? context.AnswerOnceAsync("application/json; charset=utf-8", Encoding.UTF8.GetBytes(new JsonObject(said.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value))).ToJsonString(Json)))
            : context.AnswerOnceAsync("text/xml; charset=utf-8", ToXml(said)));
    }

    private static byte[] ToXml(IReadOnlyList<(string Name, JsonNode Value)> said) => Xml.Write(xml =>
    {
        xml.WriteStartElement("oembed");
        foreach (var (name, value) in said)
        {
            xml.Text(name, value.ToString());
        }

        xml.WriteEndElement();
    });

    /// <summary>What is no number of pixels is refused; nothing is none.</summary>
    private static (bool IsGood, int? Value) Pixels(Microsoft.Extensions.Primitives.StringValues text) =>
        text.ToString().Length == 0 ? (true, null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? (true, pixels)
        : (false, null);
}
