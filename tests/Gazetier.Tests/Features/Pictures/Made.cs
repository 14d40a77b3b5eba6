using System.Text;
using NetVips;

namespace Gazetier.Tests.Features.Pictures;

/// <summary>Pictures made for a test: a gradient, so that no two sizes look alike and no codec has an easy day.</summary>
public static class Made
{
    public static byte[] Jpeg(int width, int height) => Gradient(width, height, image => image.JpegsaveBuffer());

    public static byte[] Png(int width, int height) => Gradient(width, height, image => image.PngsaveBuffer());

    public static byte[] WebP(int width, int height) => Gradient(width, height, image => image.WebpsaveBuffer());

    public static byte[] Avif(int width, int height) =>
        Gradient(width, height, image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0));

    public static byte[] Gif(int width, int height) => Gradient(width, height, image => image.GifsaveBuffer());

    /// <summary>With an alpha channel that is half open.</summary>
    public static byte[] Translucent(int width, int height) => Gradient(width, height, image =>
    {
        using var both = image.Bandjoin(128);
        return both.PngsaveBuffer();
    });

    public static byte[] Drawing(string inside = "", string before = "") => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0"?>{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 300" width="400" height="300"><rect width="400" height="300" fill="#345"/>{inside}</svg>""");

    public static byte[] Gradient(int width, int height, Func<Image, byte[]> save)
    {
        using var grey = Image.Grey(width, height, uchar: true);
        using var turned = grey.Flip(Enums.Direction.Horizontal);
        using var flat = grey.NewFromImage(90);
        using var untyped = grey.Bandjoin(turned, flat);
        using var image = untyped.Copy(interpretation: Enums.Interpretation.Srgb);
        return save(image);
    }
}
