using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gazetier.Print;

/// <summary>
/// Says something more in the XMP of a finished PDF (ISO 16684-1). PDFsharp writes that itself as it saves, so what is to be added is
/// appended as an incremental update (ISO 32000-1, 7.5.6): the bytes before stay as they are.
/// </summary>
internal static partial class Amendment
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <param name="says">A description of the document, in whatever vocabulary.</param>
    /// <exception cref="InvalidOperationException">It is no PDF as PDFsharp writes one.</exception>
    public static byte[] Add(byte[] pdf, XElement says)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (packet, trailer) = (Packet.Match(text), Trailer.Match(text));
        if (!packet.Success || !trailer.Success)
        {
            throw new InvalidOperationException("The PDF has no XMP, or no trailer.");
        }

        var xmp = XDocument.Parse(Encoding.UTF8.GetString(pdf, packet.Groups["xml"].Index, packet.Groups["xml"].Length));
        xmp.Descendants(Rdf + "RDF").First().Add(says);
        var body = Encoding.UTF8.GetBytes(string.Concat("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n", xmp.ToString(), "\n<?xpacket end=\"w\"?>"));

        using var amended = new MemoryStream();
        amended.Write(pdf);
        Write(amended, "\n");
        var at = amended.Position;
        Write(amended, $"{packet.Groups["number"]} 0 obj\n<</Type/Metadata/Subtype/XML/Length {body.Length}>>\nstream\n");
        amended.Write(body);
        Write(amended, "\nendstream\nendobj\n");
        var table = amended.Position;
        // An entry of the table is twenty bytes, its end of line included.
        Write(amended, $"xref\n{packet.Groups["number"]} 1\n{at:0000000000} 00000 n \ntrailer\n<<{trailer.Groups["says"]}/Prev {trailer.Groups["table"]}>>\nstartxref\n{table}\n%%EOF\n");
        return amended.ToArray();
    }

    private static void Write(MemoryStream to, FormattableString text) => to.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Write(MemoryStream to, string text) => to.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"(?<number>\d+) 0 obj\s*<</Type/Metadata/Subtype/XML[^>]*>>\s*stream\s*<\?xpacket begin[^>]*\?>\s*(?<xml><x:xmpmeta.*?</x:xmpmeta>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Packet { get; }

    [GeneratedRegex(@"trailer\s*<<(?<says>.*?)>>[^<>]*startxref\s*(?<table>\d+)\s*%%EOF\s*\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trailer { get; }
}
