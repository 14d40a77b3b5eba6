namespace Gazetier.Features.Pictures;

/// <summary>What a file that may become a picture says of itself, before anything is kept. Reads its header, no pixel.</summary>
public static class ReadDescription
{
    /// <exception cref="PictureRefusedException">Not a picture, too large, unsafe or broken.</exception>
    public static PictureDescription Run(byte[] content)
    {
        var kind = PictureKinds.Sniff(content) ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "The file is not a JPEG, PNG, WebP, GIF, AVIF or SVG picture.");
        using var picture = PictureReader.Open(content, kind);
        return SaidInFile.Read(picture);
    }
}
