namespace Gazetier.Features.Pictures;

/// <summary>The forms of picture that come in. Told by the first bytes: names and declared types lie.</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Avif,
    Svg,
}

public static class PictureKinds
{
    // A drawing may open with a byte order mark, a declaration, comments and a licence.
    private const int ProloguesOfDrawings = 4096;

    /// <summary>Null where the bytes open none of the forms we take.</summary>
    public static PictureKind? Sniff(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureKind.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureKind.WebP,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsAvif(content) ? PictureKind.Avif : null,
        _ => IsDrawing(content) ? PictureKind.Svg : null,
    };

    private static bool IsAvif(ReadOnlySpan<byte> content)
    {
        // The box of brands: size, "ftyp", the main brand, its version, the compatible ones. A HEIC has no such brand.
        var size = Math.Min((content[2] << 8) | content[3], content.Length);
        for (var at = 8; at + 4 <= size; at += 4)
        {
            if (content.Slice(at, 4).SequenceEqual("avif"u8) || content.Slice(at, 4).SequenceEqual("avis"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDrawing(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        start = start[..Math.Min(start.Length, ProloguesOfDrawings)].TrimStart(" \t\r\n"u8);
        return start.Length > 0 && start[0] == '<' && start.IndexOf("<svg"u8) >= 0;
    }
}
