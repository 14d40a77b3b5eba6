namespace Gazetier.Features.Feeds;

/// <summary>A format that feeds are written in.</summary>
/// <param name="Suffix">What follows the address of the page: "feed/".</param>
/// <param name="Write">From what the feed says, and its own absolute address, to the file.</param>
public sealed record FeedFormat(string Suffix, string ContentType, Func<Feed, string, byte[]> Write)
{
    public static IReadOnlyList<FeedFormat> All { get; } =
    [
        new("feed/", "application/rss+xml; charset=utf-8", RssWriter.Write),
        new("feed.atom", "application/atom+xml; charset=utf-8", AtomWriter.Write),
        new("feed.json", "application/feed+json; charset=utf-8", JsonFeedWriter.Write),
    ];
}
