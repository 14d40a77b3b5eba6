using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gazetier.Text;

namespace Gazetier.Features.Feeds;

/// <summary>JSON Feed 1.1.</summary>
public static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Feed feed, string self)
    {
        using var into = new MemoryStream();
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", feed.Title);
            Text(json, "description", feed.Description);
            json.WriteString("home_page_url", feed.Url);
            json.WriteString("feed_url", self);
            json.WriteString("language", "fr");
            WriteHub(json, feed);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return into.ToArray();
    }

    private static void WriteHub(Utf8JsonWriter json, Feed feed)
    {
        if (feed.Hub is not { } hub)
        {
            return;
        }

        json.WriteStartArray("hubs");
        json.WriteStartObject();
        json.WriteString("type", "WebSub");
        json.WriteString("url", hub);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url);
        Text(json, "title", entry.Card.Headline);
        Text(json, "summary", entry.Summary);
        // The format wants one of the two; the standfirst is all that a locked article says here.
        Text(json, entry.Content is null ? "content_text" : "content_html", entry.Content ?? entry.Summary);
        if (entry.Picture is { } picture)
        {
            json.WriteString("image", picture.Url);
        }

        json.WriteString("date_published", Iso8601.Of(entry.Card.PublishedAt));
        json.WriteString("date_modified", Iso8601.Of(entry.UpdatedAt));
        json.WriteString("language", "fr");
        json.WriteStartArray("authors");
        foreach (var author in entry.Card.Authors)
        {
            json.WriteStartObject();
            Text(json, "name", author.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var category in entry.Categories)
        {
            json.WriteStringValue(Printable.Only(category));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text) => json.WriteString(name, Printable.Only(text));
}
