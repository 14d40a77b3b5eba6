using System.Text;
using System.Xml.Linq;
using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// The credit inside the file, where it stays when the file leaves us: EXIF (Artist, Copyright; ASCII, so accents go)
/// and an XMP packet in full (creator, credit line, rights, description, alternative text). Where a camera stood is
/// left out, for the sake of sources; that a machine made the picture is kept (L-90). Files that leave are written from what
/// the newsroom says of the picture now, not from what was said when it came in.
/// </summary>
internal static class CreditInFile
{
    private const string Xmp = "xmp-data";
    private const string Artist = "exif-ifd0-Artist";
    private const string Copyright = "exif-ifd0-Copyright";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static readonly XNamespace XmpRights = "http://ns.adobe.com/xap/1.0/rights/";
    private static readonly XNamespace IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /// <summary>The picture with its credit.</summary>
    public static Image Write(Image image, PictureDescription description)
    {
        var source = SourceOf(image, description.IsMachineMade);
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

    /// <summary>A rendition carries its credit and nothing else: no camera, no thumbnail, no profile.</summary>
    public static Image WriteOnly(Image image, PictureDescription description)
    {
        using var bare = image.Mutate(picture =>
        {
            foreach (var field in image.GetFields().Where(IsCarried))
            {
                picture.Remove(field);
            }
        });
        return Write(bare, description);
    }

    private static bool IsCarried(string field) =>
        field.StartsWith("exif-", StringComparison.Ordinal)
        || field is "iptc-data" or "photoshop-data" or "icc-profile-data" or "jpeg-thumbnail-data"
        || field.StartsWith("png-comment-", StringComparison.Ordinal);

    private static byte[] Packet(PictureDescription description, string? source)
    {
        var about = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", description.Credit))),
            new XElement(Dc + "rights", InAnyLanguage(description.Rights.Length > 0 ? $"{description.Credit}. {description.Rights}" : description.Credit)),
            new XElement(Photoshop + "Credit", description.Credit),
            description.AlternativeText.Length > 0 ? new XElement(Iptc + "AltTextAccessibility", InAnyLanguage(description.AlternativeText)) : null,
            description.Caption is { Length: > 0 } caption ? new XElement(Dc + "description", InAnyLanguage(caption)) : null,
            IsAddress(description.Origin) ? new XElement(XmpRights + "WebStatement", description.Origin) : null,
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
                new XAttribute(XNamespace.Xmlns + "xmpRights", XmpRights),
                about));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{packet.ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"r\"?>");
    }

    private static XElement InAnyLanguage(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));

    private static bool IsAddress(string origin) => origin.StartsWith("https://", StringComparison.Ordinal) || origin.StartsWith("http://", StringComparison.Ordinal);

    /// <summary>How it came to be: what its file says, unless the newsroom knows better.</summary>
    private static string? SourceOf(Image image, bool isMachineMade)
    {
        var said = image.Contains(Xmp) && image.Get(Xmp) is byte[] packet ? DigitalSource.In(packet) : null;
        return DigitalSource.IsMachine(said) == isMachineMade ? said : isMachineMade ? DigitalSource.Trained : null;
    }
}
