using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;

namespace Gazetier.Features.Feeds;

/// <summary>What a feed says, before it is written in one of the formats.</summary>
public sealed record Feed
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Absolute address of the page that the feed belongs to, with its slash.</summary>
    public required string Url { get; init; }

    /// <summary>The newspaper's name.</summary>
    public required string Newspaper { get; init; }

    /// <summary>Newest first, whatever order the page has: that is what a feed reader expects of a feed.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Absolute address of the hub that tells who subscribes there; null: none.</summary>
    public string? Hub { get; init; }

    /// <summary>UTC; the last change of what it shows.</summary>
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>One article in a feed.</summary>
/// <param name="Id">Absolute; stays the same when the headline, and with it the address, changes (G-01).</param>
/// <param name="Url">Absolute address of the article.</param>
/// <param name="Content">
/// HTML with absolute links: the article where it asks nothing of its reader (G-05), and what is open to all anyway: corrections and
/// replies. Null where there is neither.
/// </param>
public sealed record FeedEntry(ArticleCard Card, string Id, string Url, LargePicture? Picture, string? Content)
{
    /// <summary>Plain: what was corrected, who answered, what a machine had to do with it; a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Plain: the standfirst, and the notes on lines of their own.</summary>
    public string Summary => string.Join('\n', [.. new[] { Card.Standfirst }.Where(line => line.Length > 0), .. Notes]);

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt => Card.ModifiedAt > Card.PublishedAt ? Card.ModifiedAt.Value : Card.PublishedAt;

    /// <summary>The section, then the themes.</summary>
    public IEnumerable<string> Categories => [Card.Section.Name, .. Card.Themes.Select(theme => theme.Name)];
}
