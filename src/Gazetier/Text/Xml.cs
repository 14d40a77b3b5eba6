using System.Text;
using System.Xml;

namespace Gazetier.Text;

/// <summary>XML files in UTF-8 that are well-formed whatever the texts hold.</summary>
public static class Xml
{
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var into = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };
        using (var xml = XmlWriter.Create(into, settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return into.ToArray();
    }

    /// <summary>An element of text; in the namespace that stands around it, or in <paramref name="ns"/>.</summary>
    public static void Text(this XmlWriter xml, string name, string text, string? ns = null)
    {
        xml.WriteStartElement(name, ns);
        xml.WriteString(Printable.Only(text));
        xml.WriteEndElement();
    }

    public static void Attribute(this XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, Printable.Only(value));
}
