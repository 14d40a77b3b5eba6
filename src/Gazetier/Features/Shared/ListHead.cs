using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sharing;
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

    /// <summary>For who shares the page; null: its card.</summary>
    public LargePicture? Picture { get; init; }

    /// <summary>What its card says, which is drawn where it has no picture; null: the newspaper's own card.</summary>
    public CardWords? Card { get; init; }

    /// <summary>What is shown of the page elsewhere.</summary>
    public LargePicture PictureOf(Imprint imprint, PublicAddress address) => Picture
        ?? (Card is { } card ? ShareCard.Of(card.Kind, card.Id, card.Label, Title, imprint, card.Colour) : ShareCard.OfPaper(imprint)).ToPicture(address);

    /// <summary>Formats under the address, with their type and name.</summary>
    public static IReadOnlyList<(string Suffix, string Type, string Name)> Feeds { get; } =
    [
        ("feed/", "application/rss+xml", "RSS"),
        ("feed.atom", "application/atom+xml", "Atom"),
        ("feed.json", "application/feed+json", "JSON Feed"),
    ];

    public bool HasPrevious => Paging is { Number: > 1 };

    public bool HasNext => Paging is { } paging && paging.Number < paging.Pages;

    /// <summary>What the page asks of search engines.</summary>
    /// <param name="line">What holds at its address.</param>
    public string Indexing(RobotLine line) => !IsIndexed || !line.MaySearch ? "noindex"
        : line.Indexing.Length == 0 ? "max-image-preview:large" : "max-image-preview:large, " + line.Indexing;

    /// <summary>The path of one page of the list; the first carries no number.</summary>
    public string PageOf(int number) => number <= 1 ? Path : FormattableString.Invariant($"{Path}?page={number}");
}

/// <summary>What the card of a page says above its title.</summary>
/// <param name="Kind">As <see cref="ShareCard"/> names them.</param>
/// <param name="Id">Of the page, as addresses write it.</param>
/// <param name="Label">May be empty.</param>
/// <param name="Colour">Of the club that it lies in; null: in none.</param>
public sealed record CardWords(string Kind, string Id, string Label, Accent? Colour = null);
