namespace Gazetier.Features.Feeds;

/// <summary>A format that feeds are written in.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Suffix">What follows the address of the page: "feed/".</param>
/// <param name="Write">From what the feed says, and its own absolute address, to the file.</param>
public sealed record FeedFormat(string Name, string Suffix, string ContentType, Func<Feed, string, byte[]> Write)
{
    public static IReadOnlyList<FeedFormat> All { get; } =
    [
        new("RSS", "feed/", "application/rss+xml; charset=utf-8", RssWriter.Write),
        new("Atom", "feed.atom", "application/atom+xml; charset=utf-8", AtomWriter.Write),
        new("JSON", "feed.json", "application/feed+json; charset=utf-8", JsonFeedWriter.Write),
    ];
}
