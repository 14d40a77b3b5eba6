using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Gazetier.Print;

/// <summary>The two fonts of printed letters, which are in the program: no font of the machine is ever asked for.</summary>
internal sealed class SheetFonts : IFontResolver
{
    private const string Family = "Newsreader";
    private const string RegularFace = "newsreader-regular";
    private const string BoldFace = "newsreader-bold";

    public static XFont Text { get; } = Of(10.5, XFontStyleEx.Regular);
    public static XFont Small { get; } = Of(8.5, XFontStyleEx.Regular);
    public static XFont Strong { get; } = Of(10.5, XFontStyleEx.Bold);
    public static XFont Heading { get; } = Of(12.5, XFontStyleEx.Bold);
    public static XFont Title { get; } = Of(17, XFontStyleEx.Bold);
    public static XFont Nameplate { get; } = Of(22, XFontStyleEx.Bold);

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? BoldFace : RegularFace);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(SheetFonts).Assembly.GetManifestResourceStream($"Gazetier.Print.{faceName}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static XFont Of(double size, XFontStyleEx style)
    {
        GlobalFontSettings.FontResolver ??= new SheetFonts();
        return new XFont(Family, size, style, new XPdfFontOptions(PdfFontEncoding.Unicode));
    }
}
