using System.Xml;

namespace Gazetier.Features.Pictures;

/// <summary>
/// Reads a drawing (SVG) before it is drawn: one that runs a script, expands entities or reaches outside itself is
/// refused. The renderer would not follow such addresses either; this says why, and does not rest on it.
/// </summary>
internal static class Drawing
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int MaxElements = 200_000;
    private const int MaxDepth = 256;

    /// <exception cref="PictureRefusedException">Unsafe, or not a drawing.</exception>
    public static void Check(byte[] content)
    {
        // An entity is declared in clear: the encodings that XML allows otherwise are refused with it.
        if (content.AsSpan().IndexOf("<!ENTITY"u8) >= 0 || content.AsSpan().IndexOf((byte)0) >= 0)
        {
            throw Unsafe("declares entities");
        }

        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(content),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = KeepPicture.MaxBytes });
            Read(reader);
        }
        catch (XmlException error)
        {
            throw new PictureRefusedException(PictureRefusal.Broken, $"The drawing is not valid XML: {error.Message}", error);
        }
    }

    private static void Read(XmlReader reader)
    {
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when elements++ == 0 && (reader.LocalName != "svg" || reader.NamespaceURI is not (Namespace or "")):
                    throw new PictureRefusedException(PictureRefusal.NotAPicture, "The file is not a drawing.");
                case XmlNodeType.Element when elements > MaxElements || reader.Depth > MaxDepth:
                    throw new PictureRefusedException(PictureRefusal.TooLarge, "The drawing has too many parts.");
                case XmlNodeType.Element:
                    CheckElement(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.ProcessingInstruction:
                    CheckStyle(reader.NodeType == XmlNodeType.ProcessingInstruction ? $"{reader.Name} {reader.Value}" : reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckElement(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "iframe")
        {
            throw Unsafe($"holds <{reader.LocalName}>");
        }

        var isLink = reader.LocalName == "a";
        for (var known = reader.MoveToFirstAttribute(); known; known = reader.MoveToNextAttribute())
        {
            if (reader.LocalName is "href" or "src" && !isLink && !StaysInside(reader.Value))
            {
                throw Unsafe("reaches for another file");
            }

            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                CheckStyle(reader.Value);
            }
        }

        reader.MoveToElement();
    }

    /// <summary>Parts of the drawing itself, or a bitmap that it carries.</summary>
    private static bool StaysInside(string address)
    {
        var trimmed = address.AsSpan().Trim();
        return trimmed.IsEmpty || trimmed[0] == '#'
            || (trimmed.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && !trimmed.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase));
    }

    private static void CheckStyle(string text)
    {
        if (text.Contains("@import", StringComparison.OrdinalIgnoreCase) || text.StartsWith("xml-stylesheet", StringComparison.Ordinal))
        {
            throw Unsafe("imports a style");
        }

        for (var at = text.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (!StaysInside(text[(at + 4)..].TrimStart(' ', '\t', '\r', '\n', '"', '\'')))
            {
                throw Unsafe("reaches for another file");
            }
        }
    }

    private static PictureRefusedException Unsafe(string why) => new(PictureRefusal.UnsafeDrawing, $"The drawing {why}.");
}
