using Gazetier.Web;

namespace Gazetier.Features.Pictures;

/// <summary>The picture of an article as others show it (feeds, search engines, shared links): one JPEG, 1280 pixels wide at most.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record LargePicture(string Url, int Width, int Height, string Credit, string AlternativeText)
{
    private const int Widest = 1280;

    public string Type { get; init; } = "image/jpeg";

    /// <summary>A model made it (L-90).</summary>
    public bool IsMachineMade { get; init; }

    /// <param name="width">Pixels of the original.</param>
    /// <param name="height">Pixels of the original.</param>
    public static LargePicture Of(string key, int width, int height, string credit, string alternativeText, PublicAddress address)
    {
        var shown = Math.Min(Widest, width);
        return new LargePicture(
            address.Of($"/images/{key}/1280.jpg"),
            shown,
            width == 0 ? 0 : (int)Math.Round((double)height * shown / width),
            credit,
            alternativeText);
    }

    /// <summary>Pairs of property and content, for who shares the page.</summary>
    public IEnumerable<(string Property, string Content)> OpenGraph()
    {
        yield return ("og:image", Url);
        yield return ("og:image:type", Type);
        yield return ("og:image:width", FormattableString.Invariant($"{Width}"));
        yield return ("og:image:height", FormattableString.Invariant($"{Height}"));
        yield return ("og:image:alt", AlternativeText);
    }
}
