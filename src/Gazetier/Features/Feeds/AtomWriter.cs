using System.Xml;
using Gazetier.Text;

namespace Gazetier.Features.Feeds;

/// <summary>Atom (RFC 4287).</summary>
public static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Feed feed, string self) => Xml.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "media", null, "http://search.yahoo.com/mrss/");
        xml.WriteAttributeString("xml", "lang", null, "fr");
        xml.Text("id", self);
        xml.Text("title", feed.Title);
        xml.Text("subtitle", feed.Description);
        xml.Text("updated", Iso8601.Of(feed.UpdatedAt));
        WriteLink(xml, "self", self, "application/atom+xml");
        WriteLink(xml, "alternate", feed.Url, "text/html");
        if (feed.Hub is { } hub)
        {
            WriteLink(xml, "hub", hub, null);
        }

        // Entries without a byline take the newspaper as their author: Atom wants one.
        WriteAuthor(xml, feed.Newspaper, feed.Url);
        foreach (var entry in feed.Entries)
        {
            WriteEntry(xml, entry);
        }

        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Text("id", entry.Id);
        xml.Text("title", entry.Card.Headline);
        xml.Text("published", Iso8601.Of(entry.Card.PublishedAt));
        xml.Text("updated", Iso8601.Of(entry.UpdatedAt));
        WriteLink(xml, "alternate", entry.Url, "text/html");
        foreach (var author in entry.Card.Authors)
        {
            WriteAuthor(xml, author.Name, null);
        }

        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", category);
            xml.WriteEndElement();
        }

        if (entry.Picture is { } picture)
        {
            RssWriter.WritePicture(xml, picture);
        }

        xml.Text("summary", entry.Summary);
        if (entry.Content is { } content)
        {
            xml.WriteStartElement("content");
            xml.Attribute("type", "html");
            xml.WriteString(Printable.Only(content));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name, string? uri)
    {
        xml.WriteStartElement("author");
        xml.Text("name", name);
        if (uri is not null)
        {
            xml.Text("uri", uri);
        }

        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string href, string? type)
    {
        xml.WriteStartElement("link");
        xml.Attribute("rel", relation);
        xml.Attribute("href", href);
        if (type is not null)
        {
            xml.Attribute("type", type);
        }

        xml.WriteEndElement();
    }
}
