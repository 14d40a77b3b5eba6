using System.Globalization;
using System.Xml;
using Gazetier.Features.Pictures;
using Gazetier.Text;

namespace Gazetier.Features.Feeds;

/// <summary>RSS 2.0, with the modules that readers of feeds know: content, Dublin Core, media, and Atom's link to itself.</summary>
public static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(Feed feed, string self) => Xml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.Attribute("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Url);
        xml.Text("description", feed.Description);
        xml.Text("language", "fr");
        xml.Text("lastBuildDate", Date(feed.UpdatedAt));
        xml.Text("ttl", "15");
        WriteLink(xml, self, "self", "application/rss+xml");
        if (feed.Hub is { } hub)
        {
            WriteLink(xml, hub, "hub", null);
        }

        foreach (var entry in feed.Entries)
        {
            WriteEntry(xml, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.Text("title", entry.Card.Headline);
        xml.Text("link", entry.Url);
        xml.WriteStartElement("guid");
        xml.Attribute("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.Text("pubDate", Date(entry.Card.PublishedAt));
        xml.Text("description", entry.Summary);
        foreach (var author in entry.Card.Authors)
        {
            xml.Text("creator", author.Name, DublinCore);
        }

        foreach (var category in entry.Categories)
        {
            xml.Text("category", category);
        }

        if (entry.Picture is { } picture)
        {
            WritePicture(xml, picture);
        }

        if (entry.Content is { } content)
        {
            xml.Text("encoded", content, Content);
        }

        xml.WriteEndElement();
    }

    /// <summary>Media RSS; Atom carries the same element.</summary>
    internal static void WritePicture(XmlWriter xml, LargePicture picture)
    {
        xml.WriteStartElement("content", Media);
        xml.Attribute("url", picture.Url);
        xml.Attribute("type", "image/jpeg");
        xml.Attribute("medium", "image");
        xml.Attribute("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        xml.Text("credit", picture.Credit, Media);
        xml.Text("description", picture.AlternativeText, Media);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string href, string relation, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.Attribute("href", href);
        xml.Attribute("rel", relation);
        if (type is not null)
        {
            xml.Attribute("type", type);
        }

        xml.WriteEndElement();
    }

    /// <summary>RFC 822 with four digits of the year, as RSS wants it.</summary>
    private static string Date(DateTime utc) => utc.ToString("R", CultureInfo.InvariantCulture);
}
