using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gazetier.Text;
using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// What a file says of itself: XMP first, then IPTC's older records, then EXIF. Photographers and agencies fill them in, so
/// that nobody has to type a credit again. Only offered: whoever brings the picture reads it over.
/// </summary>
internal static class SaidInFile
{
    // A packet of some kilobytes is usual; what is larger carries a history of editing that nobody asked for.
    private const int MaxPacket = 4 * 1024 * 1024;

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace XmpRights = "http://ns.adobe.com/xap/1.0/rights/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

    /// <summary>Empty where it says nothing. Cut at the lengths that the library takes.</summary>
    public static PictureDescription Read(Image image)
    {
        var xmp = Packet(image);
        var iptc = image.Contains("iptc-data") && image.Get("iptc-data") is byte[] records ? IptcRecords.Read(records) : IptcRecords.None;
        var maker = First(Xmp(xmp, Dc + "creator"), iptc.Of(IptcRecords.Byline), Exif(image, "exif-ifd0-Artist"));
        var line = First(Xmp(xmp, Photoshop + "Credit"), iptc.Of(IptcRecords.Credit));
        var notice = First(Xmp(xmp, Dc + "rights"), iptc.Of(IptcRecords.Copyright), Exif(image, "exif-ifd0-Copyright"));
        var credit = First(Joined(maker, line), notice);
        return new PictureDescription(
            Cut(credit, Picture.MaxCredit),
            Cut(First(Xmp(xmp, Iptc + "AltTextAccessibility")), Picture.MaxAlternativeText),
            Cut(First(Xmp(xmp, Dc + "description"), iptc.Of(IptcRecords.Caption), Xmp(xmp, Photoshop + "Headline"), iptc.Of(IptcRecords.Headline)), Picture.MaxCaption),
            Cut(notice == credit ? "" : notice, Picture.MaxRights),
            Cut(First(Xmp(xmp, XmpRights + "WebStatement"), Xmp(xmp, Photoshop + "Source"), iptc.Of(IptcRecords.Source)), Picture.MaxOrigin),
            image.Contains("xmp-data") && image.Get("xmp-data") is byte[] said && DigitalSource.IsMachine(DigitalSource.In(said)));
    }

    /// <summary>"Claire Vasseur / Agence": a credit line that names its maker already is not said twice.</summary>
    private static string Joined(string maker, string line)
    {
        if (maker.Length == 0 || line.Length == 0)
        {
            return First(maker, line);
        }

        return Fold.Of(line).Contains(Fold.Of(maker), StringComparison.Ordinal) ? line
            : Fold.Of(maker).Contains(Fold.Of(line), StringComparison.Ordinal) ? maker : $"{maker} / {line}";
    }

    private static XElement? Packet(Image image)
    {
        if (!image.Contains("xmp-data") || image.Get("xmp-data") is not byte[] { Length: < MaxPacket } packet)
        {
            return null;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(packet).Trim('\uFEFF', '\0')), settings);
            reader.MoveToContent();
            return (XElement)XNode.ReadFrom(reader);
        }
        catch (Exception broken) when (broken is XmlException or InvalidCastException or InvalidOperationException)
        {
            // A packet that nobody can read says nothing.
            return null;
        }
    }

    /// <summary>A property stands as an element with its values in a list, as an element, or as an attribute.</summary>
    private static string Xmp(XElement? packet, XName name)
    {
        foreach (var about in packet?.DescendantsAndSelf(Rdf + "Description") ?? [])
        {
            if (about.Attribute(name)?.Value is { Length: > 0 } attribute)
            {
                return attribute;
            }

            if (about.Element(name) is { } property)
            {
                var values = property.Descendants(Rdf + "li").Select(value => value.Value).Where(value => value.Length > 0).ToList();
                // Creators are several; a text in several languages is one.
                return property.Element(Rdf + "Alt") is not null ? values.FirstOrDefault() ?? "" : values.Count > 0 ? string.Join(", ", values) : property.Value;
            }
        }

        return "";
    }

    /// <summary>libvips says it twice: "Zoé (Zoé, ASCII, 4 components, 4 bytes)".</summary>
    private static string Exif(Image image, string field)
    {
        var text = image.Contains(field) && image.Get(field) is string said ? said : "";
        for (var at = text.IndexOf(" (", StringComparison.Ordinal); at >= 0; at = text.IndexOf(" (", at + 1, StringComparison.Ordinal))
        {
            if (text.AsSpan(at + 2).StartsWith(text.AsSpan(0, at)))
            {
                return text[..at];
            }
        }

        return text;
    }

    private static string First(params ReadOnlySpan<string> said)
    {
        foreach (var one in said)
        {
            if (Printable.Line(one) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : Plain.Shorten(text, longest);
}
