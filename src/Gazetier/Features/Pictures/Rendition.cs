using System.Globalization;

namespace Gazetier.Features.Pictures;

/// <summary>A picture at one width, in one format: what browsers get, at <c>/images/{key}/{width}.{extension}</c>.</summary>
/// <param name="Key">Of the picture.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Extension">avif, webp or jpg.</param>
public readonly record struct Rendition(string Key, int Width, string Extension)
{
    /// <summary>The widest that is made.</summary>
    public const int MaxWidth = 1920;

    private static readonly int[] Steps = [320, 640, 960, 1280, MaxWidth];

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Width}.{Extension}");

    public string ContentType => Extension switch
    {
        "avif" => "image/avif",
        "webp" => "image/webp",
        _ => "image/jpeg",
    };

    /// <summary>Never enlarged: of a picture 800 pixels wide there are 320, 640 and 800.</summary>
    public static IReadOnlyList<int> WidthsOf(int pictureWidth)
    {
        var widest = Math.Min(pictureWidth, MaxWidth);
        return [.. Steps.Where(step => step < widest), widest];
    }

    public static string PathOf(string key, int width, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"/images/{key}/{width}.{extension}");

    /// <summary>Reads the two last parts of an address. False where no rendition can have it: nothing needs to be looked up.</summary>
    public static bool TryParse(string key, string fileName, out Rendition rendition)
    {
        rendition = default;
        var dot = fileName.IndexOf('.', StringComparison.Ordinal);
        if (dot is < 1 or > 4 || key.Length != 32 || !key.All(char.IsAsciiHexDigitLower) || fileName[0] == '0'
            || !int.TryParse(fileName.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width > MaxWidth)
        {
            return false;
        }

        rendition = new Rendition(key, width, fileName[(dot + 1)..]);
        return rendition.Extension is "avif" or "webp" or "jpg";
    }
}
