using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// The credit inside the file, where it stays when the file leaves us: EXIF (Artist, Copyright; ASCII, so accents go)
/// and an XMP packet in full (creator, credit line, rights, description, alternative text). Where a camera stood is
/// left out, for the sake of sources; that a machine made the picture is kept (L-90).
/// </summary>
internal static partial class CreditInFile
{
    private const string Xmp = "xmp-data";
    private const string Artist = "exif-ifd0-Artist";
    private const string Copyright = "exif-ifd0-Copyright";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static readonly XNamespace IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /// <summary>The picture with its credit, as the original is kept.</summary>
    public static Image Write(Image image, PictureDescription description)
    {
        var source = MadeBy(image);
        return image.Mutate(picture =>
        {
            foreach (var field in image.GetFields().Where(field => field.StartsWith("exif-ifd3-", StringComparison.Ordinal) || field == "exif-data"))
            {
                picture.Remove(field);
            }

            // libvips takes a last pair of brackets for its own commentary and cuts it.
            picture.Set(GValue.GStrType, Artist, $"{description.Credit} ()");
            picture.Set(GValue.GStrType, Copyright, $"{description.Credit} ()");
            picture.Set(GValue.BlobType, Xmp, Packet(description, source));
        });
    }

    /// <summary>Of what the original carries, a rendition takes its credit and nothing else: no camera, no thumbnail, no profile.</summary>
    public static Image KeepOnly(Image image)
    {
        var artist = Text(image, Artist);
        var copyright = Text(image, Copyright);
        return image.Mutate(picture =>
        {
            foreach (var field in image.GetFields().Where(IsCarried))
            {
                picture.Remove(field);
            }

            picture.Set(GValue.GStrType, Artist, artist);
            picture.Set(GValue.GStrType, Copyright, copyright);
        });
    }

    private static bool IsCarried(string field) =>
        field.StartsWith("exif-", StringComparison.Ordinal)
        || field is "iptc-data" or "photoshop-data" or "icc-profile-data" or "jpeg-thumbnail-data"
        || field.StartsWith("png-comment-", StringComparison.Ordinal);

    private static string Text(Image image, string field) => image.Contains(field) ? (string)image.Get(field) : " ()";

    private static byte[] Packet(PictureDescription description, string? source)
    {
        var about = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", description.Credit))),
            new XElement(Dc + "rights", InAnyLanguage(description.Credit)),
            new XElement(Photoshop + "Credit", description.Credit),
            description.AlternativeText.Length > 0 ? new XElement(Iptc + "AltTextAccessibility", InAnyLanguage(description.AlternativeText)) : null,
            description.Caption is { Length: > 0 } caption ? new XElement(Dc + "description", InAnyLanguage(caption)) : null,
            source is null ? null : new XElement(IptcExtension + "DigitalSourceType", source));
        var packet = new XElement(
            XNamespace.Get("adobe:ns:meta/") + "xmpmeta",
            new XElement(
                Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XAttribute(XNamespace.Xmlns + "dc", Dc),
                new XAttribute(XNamespace.Xmlns + "photoshop", Photoshop),
                new XAttribute(XNamespace.Xmlns + "Iptc4xmpCore", Iptc),
                new XAttribute(XNamespace.Xmlns + "Iptc4xmpExt", IptcExtension),
                about));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{packet.ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"r\"?>");
    }

    private static XElement InAnyLanguage(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));

    /// <summary>What the picture says of how it came to be: "…/trainedAlgorithmicMedia" for one that a model made.</summary>
    private static string? MadeBy(Image image)
    {
        if (!image.Contains(Xmp) || image.Get(Xmp) is not byte[] packet)
        {
            return null;
        }

        var found = SourceType().Match(Encoding.UTF8.GetString(packet));
        return found.Success ? found.Value : null;
    }

    [GeneratedRegex("https?://cv\\.iptc\\.org/newscodes/digitalsourcetype/[A-Za-z]{1,60}", RegexOptions.None, 1000)]
    private static partial Regex SourceType();
}
