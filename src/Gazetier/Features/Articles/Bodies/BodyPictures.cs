using System.Globalization;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Pictures of a body come from our own shelf, as the newsroom's pictures are written by our own code.</summary>
internal static class BodyPictures
{
    /// <summary>The only addresses from which a body shows pictures.</summary>
    public const string Shelf = "/images/";

    private static readonly string[] Types = ["image/avif", "image/webp", "image/jpeg", "image/png"];

    /// <summary>The <c>img</c> or <c>picture</c>, cleaned; null where it shows nothing of ours.</summary>
    public static BodyNode? Read(IElement element)
    {
        if (element.LocalName is "img" or "image")
        {
            return Image(element);
        }

        var image = element.QuerySelector("img") is { } inner ? Image(inner) : null;
        if (image is null)
        {
            return null;
        }

        var picture = new BodyNode("picture");
        picture.Children.AddRange(element.QuerySelectorAll("source").Take(8).Select(Source).OfType<BodyNode>());
        if (picture.Children.Count == 0)
        {
            return image;
        }

        picture.Add(image);
        return picture;
    }

    private static BodyNode? Image(IElement element)
    {
        if (!IsOurs(element.GetAttribute("src")))
        {
            return null;
        }

        var image = new BodyNode("img") { ["src"] = element.GetAttribute("src") };
        AddCandidates(image, element);
        image["alt"] = BodyReader.Line(element.GetAttribute("alt") ?? "");
        image["width"] = Pixels(element.GetAttribute("width"));
        image["height"] = Pixels(element.GetAttribute("height"));
        image["loading"] = element.GetAttribute("loading") is "lazy" ? "lazy" : null;
        image["decoding"] = element.GetAttribute("decoding") is "async" ? "async" : null;
        return image;
    }

    private static BodyNode? Source(IElement element)
    {
        var source = new BodyNode("source");
        AddCandidates(source, element);
        source["type"] = Array.Find(Types, type => type == element.GetAttribute("type"));
        return source["srcset"] is null || source["type"] is null ? null : source;
    }

    // Candidates by width need sizes, or the page is not valid; one needs no descriptor.
    private static void AddCandidates(BodyNode node, IElement element)
    {
        var candidates = (element.GetAttribute("srcset") ?? "").Split(',', StringSplitOptions.TrimEntries);
        var sizes = element.GetAttribute("sizes") ?? "";
        if (candidates.Length == 1 && IsOurs(candidates[0]))
        {
            node["srcset"] = candidates[0];
        }
        else if (candidates.All(IsByWidth) && IsSizes(sizes) && candidates.Length == candidates.Distinct().Count())
        {
            node["srcset"] = string.Join(", ", candidates);
            node["sizes"] = sizes;
        }
    }

    private static bool IsByWidth(string candidate) =>
        candidate.Split(' ') is [var src, [.. var width, 'w']] && IsOurs(src) && Pixels(width) == width;

    private static bool IsSizes(string sizes) =>
        sizes.Length is > 0 and < 200 && sizes.All(c => char.IsAsciiLetterOrDigit(c) || " ().,:-".Contains(c, StringComparison.Ordinal));

    public static bool IsOurs(string? src) =>
        src is not null && src.Length is > 8 and < 500 && src.StartsWith(Shelf, StringComparison.Ordinal)
        && !src.Contains("..", StringComparison.Ordinal) && !src.Contains("//", StringComparison.Ordinal)
        && src.All(c => char.IsAsciiLetterOrDigit(c) || "/-_.~".Contains(c, StringComparison.Ordinal));

    private static string? Pixels(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is > 0 and < 20_000
            ? pixels.ToString(CultureInfo.InvariantCulture)
            : null;
}
