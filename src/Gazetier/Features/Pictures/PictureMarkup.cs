using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Gazetier.Features.Pictures;

/// <summary>A picture as HTML: every width in three formats, dimensions set so that the page does not jump.</summary>
public static class PictureMarkup
{
    /// <summary>Across the measure of a text.</summary>
    public const string InText = "(min-width: 48rem) 44rem, 100vw";

    /// <summary>The width of <c>src</c>, for whoever reads no <c>srcset</c>: mails, feeds, old browsers.</summary>
    private const int Fallback = 960;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="key">Of the picture.</param>
    /// <param name="width">Pixels of the original.</param>
    /// <param name="height">Pixels of the original.</param>
    /// <param name="alt">What it shows; empty for a decoration.</param>
    /// <param name="sizes">Its width on the page, as <c>sizes</c> says it.</param>
    /// <param name="lazy">False for what stands in the first screen.</param>
    /// <param name="priority">True for the one picture that the first screen waits for.</param>
    /// <param name="focus">Where the page crops it; null: it does not.</param>
    public static string Html(
        string key, int width, int height, string alt, string sizes, bool lazy = true, bool priority = false, Focus? focus = null)
    {
        var widths = Rendition.WidthsOf(width);
        var html = new StringBuilder("<picture>");
        foreach (var extension in (string[])["avif", "webp"])
        {
            html.Append(CultureInfo.InvariantCulture, $"<source type=\"image/{extension}\" {Candidates(key, widths, extension, sizes)}>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<img src=\"{Source(key, width)}\" {Candidates(key, widths, "jpg", sizes)}")
            .Append(CultureInfo.InvariantCulture, $" alt=\"{Encoder.Encode(alt)}\" width=\"{width}\" height=\"{height}\"")
            .Append(focus is { Classes: { Length: > 0 } classes } ? $" class=\"{classes}\"" : "")
            .Append(lazy && !priority ? " loading=\"lazy\"" : "")
            .Append(priority ? " fetchpriority=\"high\"" : "")
            .Append(" decoding=\"async\"></picture>");
        return html.ToString();
    }

    /// <summary>A picture of an article's body, with what is said under it: <c>Body.Sanitise</c> leaves it as it is.</summary>
    /// <param name="alternativeText">Where this article says it otherwise than the picture itself.</param>
    public static string Figure(Picture picture, string? caption, string? alternativeText = null, string sizes = InText)
    {
        var said = string.IsNullOrWhiteSpace(caption) ? "" : Encoder.Encode(caption.Trim()) + " ";
        return $"<figure>{Html(picture.Key, picture.Width, picture.Height, alternativeText ?? picture.AlternativeText, sizes)}"
            + $"<figcaption>{said}<span class=\"credit\">{Encoder.Encode(picture.Credit)}</span></figcaption></figure>";
    }

    /// <summary>The path of one JPEG that everything can show: the widest that is not over 960 pixels.</summary>
    public static string Source(string key, int width) =>
        Rendition.PathOf(key, Rendition.WidthsOf(width).Last(w => w <= Fallback), "jpg");

    private static string Candidates(string key, IReadOnlyList<int> widths, string extension, string sizes)
    {
        var candidates = widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"{Rendition.PathOf(key, w, extension)} {w}w"));
        return $"srcset=\"{string.Join(", ", candidates)}\" sizes=\"{Encoder.Encode(sizes)}\"";
    }
}
