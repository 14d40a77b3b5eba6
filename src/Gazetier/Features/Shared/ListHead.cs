using Gazetier.Features.Pictures;
using Gazetier.Web;

namespace Gazetier.Features.Shared;

/// <summary>What the head of a list, or of a page of the house, says: its one address, its neighbours, its feeds.</summary>
/// <param name="Path">The page's own path, as it is written in links: "/themes/eau/".</param>
/// <param name="Title">Names the feeds.</param>
/// <param name="Description">Plain; empty: none.</param>
public sealed record ListHead(string Path, string Title, string Description = "")
{
    /// <summary>Null for a page that is not one of several.</summary>
    public Paging? Paging { get; init; }

    /// <summary>Whether the address has feeds below it (G-02).</summary>
    public bool HasFeeds { get; init; }

    /// <summary>False: search engines are asked to leave it out.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>JSON-LD that the page tells of itself; null where it tells nothing, or only that it is a list with feeds.</summary>
    public string? Data { get; init; }

    /// <summary>For who shares the page; null: none.</summary>
    public LargePicture? Picture { get; init; }

    /// <summary>Formats under the address, with their type and name.</summary>
    public static IReadOnlyList<(string Suffix, string Type, string Name)> Feeds { get; } =
    [
        ("feed/", "application/rss+xml", "RSS"),
        ("feed.atom", "application/atom+xml", "Atom"),
        ("feed.json", "application/feed+json", "JSON Feed"),
    ];

    public bool HasPrevious => Paging is { Number: > 1 };

    public bool HasNext => Paging is { } paging && paging.Number < paging.Pages;

    /// <summary>The path of one page of the list; the first carries no number.</summary>
    public string PageOf(int number) => number <= 1 ? Path : FormattableString.Invariant($"{Path}?page={number}");
}
