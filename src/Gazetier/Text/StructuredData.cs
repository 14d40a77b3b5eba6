using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Gazetier.Text;

/// <summary>
/// What a page says to machines in the words of schema.org, as JSON-LD. The one writer: what is not known is left out, and its
/// text may stand in a script element, because the encoder leaves no &lt;, &gt; or &amp; that could close it (decision 0040).
/// </summary>
public static class StructuredData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="thing">With its "@type"; it is changed.</param>
    public static string Write(JsonObject thing) => Told(thing).ToJsonString(Json);

    /// <summary>Several of them, as a list.</summary>
    /// <param name="things">Each with its "@type"; they are changed.</param>
    public static string Write(IEnumerable<JsonObject> things) => new JsonArray([.. things.Select(Told)]).ToJsonString(Json);

    /// <summary>A thing that has a name and a page.</summary>
    /// <param name="url">Absolute.</param>
    public static JsonObject Named(string type, string name, string url) => new() { ["@type"] = type, ["name"] = name, ["url"] = url };

    /// <summary>The way from the front page to this one.</summary>
    /// <param name="steps">From the top. The last may have no address: it is the page itself.</param>
    public static JsonObject Trail(IEnumerable<(string Name, string? Url)> steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray(
        [
            .. steps.Select((step, index) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = step.Name,
                ["item"] = step.Url,
            }),
        ]),
    };

    private static JsonObject Told(JsonObject thing)
    {
        Tidy(thing);
        thing.Insert(0, "@context", "https://schema.org");
        return thing;
    }

    /// <summary>False: there is nothing in it.</summary>
    private static bool Tidy(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject thing:
                foreach (var (name, value) in thing.ToList())
                {
                    Keep(value, () => thing.Remove(name), text => thing[name] = text);
                }

                return thing.Any(pair => pair.Key != "@type");
            case JsonArray list:
                for (var at = list.Count - 1; at >= 0; at--)
                {
                    var here = at;
                    Keep(list[here], () => list.RemoveAt(here), text => list[here] = text);
                }

                return list.Count > 0;
            default:
                return node is not null && !(node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length == 0);
        }
    }

    private static void Keep(JsonNode? value, Action leaveOut, Action<string> replace)
    {
        if (!Tidy(value))
        {
            leaveOut();
        }
        else if (value!.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { } text && Printable.Only(text) is var printable && printable != text)
        {
            replace(printable);
        }
    }
}
