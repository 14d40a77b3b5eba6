using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// Opens a picture that came from anywhere: upright, in sRGB, first frame only. Its size is judged by its header,
/// before a pixel is decoded.
/// </summary>
internal static class PictureReader
{
    /// <summary>100 megapixels.</summary>
    public const long MaxPixels = 100_000_000;

    /// <summary>What WebP can hold, in pixels.</summary>
    public const int MaxSide = 16_383;

    /// <summary>A drawing has no pixels of its own: it gets this width.</summary>
    public const int DrawingWidth = 1600;

    /// <exception cref="PictureRefusedException">Not a picture, too large, unsafe or broken.</exception>
    public static Image Open(byte[] content, PictureKind kind)
    {
        if (kind == PictureKind.Svg)
        {
            Drawing.Check(content);
        }

        try
        {
            using var loaded = Load(content, kind);
            CheckSize(loaded);
            using var upright = loaded.Autorot();
            return ToSrgb(upright);
        }
        catch (VipsException error)
        {
            throw Broken(error);
        }
    }

    public static PictureRefusedException Broken(VipsException error) =>
        new(PictureRefusal.Broken, $"The picture cannot be read: {error.Message.ReplaceLineEndings(" ").Trim()}", error);

    private static Image Load(byte[] content, PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => Image.JpegloadBuffer(content, failOn: Enums.FailOn.Error),
        PictureKind.Png => Image.PngloadBuffer(content, failOn: Enums.FailOn.Error),
        PictureKind.WebP => Image.WebploadBuffer(content, failOn: Enums.FailOn.Error),
        PictureKind.Gif => Image.GifloadBuffer(content, failOn: Enums.FailOn.Error),
        PictureKind.Avif => Image.HeifloadBuffer(content, failOn: Enums.FailOn.Error),
        PictureKind.Svg => LoadDrawing(content),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Image LoadDrawing(byte[] content)
    {
        using var measured = Image.SvgloadBuffer(content);
        if (measured.Width < 1 || measured.Height > (long)measured.Width * MaxSide / DrawingWidth)
        {
            throw new PictureRefusedException(PictureRefusal.TooLarge, $"The drawing measures {measured.Width} × {measured.Height}.");
        }

        return Image.SvgloadBuffer(content, scale: (double)DrawingWidth / measured.Width, failOn: Enums.FailOn.Error);
    }

    private static void CheckSize(Image image)
    {
        if ((long)image.Width * image.Height > MaxPixels || image.Width > MaxSide || image.Height > MaxSide)
        {
            throw new PictureRefusedException(PictureRefusal.TooLarge, $"The picture measures {image.Width} × {image.Height} pixels.");
        }
    }

    private static Image ToSrgb(Image image)
    {
        if (!image.Contains("icc-profile-data"))
        {
            return image.Colourspace(Enums.Interpretation.Srgb);
        }

        try
        {
            return image.IccTransform("srgb", embedded: true, depth: 8);
        }
        catch (VipsException)
        {
            // A profile that does not fit its picture is common; the picture is shown as if it had none.
            return image.Colourspace(Enums.Interpretation.Srgb);
        }
    }
}
