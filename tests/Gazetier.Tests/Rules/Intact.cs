using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Gazetier.Tests.Rules;

/// <summary>What holds for every answer, whatever was sent or saved: it is well-formed, and nothing in it runs but our own.</summary>
internal static class Intact
{
    /// <summary>What is wrong with the answer; nothing, as a rule.</summary>
    public static IEnumerable<string> Wrong(Answer answer)
    {
        if ((int)answer.Status >= 500)
        {
            yield return $"answers {answer.Status}";
        }

        foreach (var (name, value) in answer.Headers.Where(h => h.Value.Any(c => c is < ' ' or > '~')))
        {
            yield return $"header {name} holds what no header may: {value}";
        }

        if (answer.Location is { } target && (target is not ['/', ..] || target is ['/', '/' or '\\', ..]))
        {
            yield return $"leads to {answer.Location}";
        }

        if (answer.Body.Length > 0)
        {
            foreach (var wrong in WrongBody(answer.Headers.GetValueOrDefault("Content-Type") ?? "", answer))
            {
                yield return wrong;
            }
        }
    }

    /// <summary>Elements and attributes that run something, or lead where something runs.</summary>
    public static IEnumerable<string> Running(IParentNode document)
    {
        // Our own frames hold previews, in a sandbox where no script runs.
        foreach (var element in document.QuerySelectorAll("iframe:not([src^='/redaction/apercu/'][sandbox]), iframe[sandbox*='allow-scripts'], object, embed, base, math, meta[http-equiv=refresh], frame, form[action^='http'], [srcdoc], [formaction], [style], style"))
        {
            yield return $"foreign: {Short(element.OuterHtml)}";
        }

        foreach (var script in document.QuerySelectorAll("script"))
        {
            var isData = script.GetAttribute("type") is "application/ld+json" or "application/json" && !script.HasAttribute("src");
            var isOurs = script.GetAttribute("src") is { } src
                && (src.StartsWith("/js/", StringComparison.Ordinal) || src.StartsWith("/editor/", StringComparison.Ordinal));
            if (!isData && !isOurs)
            {
                yield return $"a script: {Short(script.OuterHtml)}";
            }
        }

        foreach (var attribute in document.QuerySelectorAll("*").SelectMany(element => element.Attributes))
        {
            var value = new string([.. attribute.Value.Where(c => c > ' ')]);
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (attribute.LocalName is "href" or "src" or "action" or "srcset"
                    && (value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                        || value.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
                        || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))))
            {
                yield return $"an attribute that runs: {attribute.Name}={Short(attribute.Value)}";
            }
        }
    }

    private static IEnumerable<string> WrongBody(string type, Answer answer)
    {
        if (type.StartsWith("text/html", StringComparison.Ordinal))
        {
            return WrongPage(answer).Concat(Running(answer.Document));
        }

        if (type.Contains("xml", StringComparison.Ordinal))
        {
            return Refused(() => XDocument.Parse(answer.Body));
        }

        return type.Contains("json", StringComparison.Ordinal) ? Refused(() => JsonDocument.Parse(answer.Body).Dispose()) : [];
    }

    private static IEnumerable<string> WrongPage(Answer answer)
    {
        var document = answer.Document;
        foreach (var (selector, times) in new[] { ("html[lang]", 1), ("h1", 1), ("main", 1), ("head > title", 1), ("body > footer", 1) })
        {
            if (document.QuerySelectorAll(selector).Length != times)
            {
                yield return $"{document.QuerySelectorAll(selector).Length} {selector}";
            }
        }

        foreach (var data in document.QuerySelectorAll("script[type='application/ld+json'], script[type='application/json']"))
        {
            foreach (var wrong in Refused(() => JsonDocument.Parse(data.TextContent).Dispose()))
            {
                yield return wrong;
            }
        }
    }

    private static IEnumerable<string> Refused(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (Exception refused) when (refused is XmlException or JsonException)
        {
            return [refused.Message];
        }
    }

    private static string Short(string text) => text.Length < 120 ? text : text[..120];
}
