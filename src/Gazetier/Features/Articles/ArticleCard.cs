using System.Globalization;
using Gazetier.Features.Access;
using Gazetier.Features.Pictures;
using Gazetier.Features.Products;
using Gazetier.Text;

namespace Gazetier.Features.Articles;

/// <summary>An article as lists, feeds and mails show it: everything that all may see, and nothing of its body.</summary>
public record ArticleCard
{
    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required Format Format { get; init; }
    public required string? Kicker { get; init; }
    public required string Headline { get; init; }
    public required string Standfirst { get; init; }
    /// <summary>What it asks of its reader when the card was made.</summary>
    public required Requirement Access { get; init; }

    /// <inheritdoc cref="Article.AnyOf"/>
    public ProductSet AnyOf { get; init; } = ProductSet.Paper;

    /// <summary>What its text asks of its reader.</summary>
    public Asked Asks => new(Access, AnyOf, Id);

    public required int Words { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? ModifiedAt { get; init; }

    /// <summary>What machines had to do with the text; said wherever the text is announced (L-90).</summary>
    public MachineUse MachineUse { get; init; }

    /// <summary>Who read over what a machine had a part in.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ReviewedAt { get; init; }

    public required Named Section { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required IReadOnlyList<Named> Themes { get; init; }
    public required CardPicture? Picture { get; init; }

    /// <inheritdoc cref="Article.FrontPageUntil"/>
    public DateTime? FrontPageUntil { get; init; }

    /// <summary>The front page does not show it of itself any more.</summary>
    public bool HasLeftFrontPage(DateTime now) => FrontPageUntil <= now;

    /// <summary>With French typography, as it is shown.</summary>
    public ArticleCard Typeset() => this with
    {
        Kicker = Kicker is null ? null : French.TypesetText(Kicker),
        Headline = French.TypesetText(Headline),
        Standfirst = French.TypesetText(Standfirst),
    };

    /// <summary>The article's address on the site.</summary>
    public string Path => ArticleAddress.Of(Id, Slug);
}

/// <summary>Something that has a page: its id, the slug of its address, and its name.</summary>
public record Named(Guid Id, string Slug, string Name);

/// <summary>The picture of a card.</summary>
/// <param name="Focus">What stays in sight where the card crops it.</param>
/// <param name="IsMachineMade">The card says so (L-90).</param>
public record CardPicture(string Key, string AlternativeText, string Credit, int Width, int Height, Focus Focus, bool IsMachineMade);

/// <summary>Where an article stands (G-01).</summary>
public static class ArticleAddress
{
    /// <summary>The list of all corrections; its feeds stand below it.</summary>
    public const string Corrections = "/corrections/";

    public static string Of(long id, string slug) => FormattableString.Invariant($"/{id}/{slug}/");

    /// <summary>The number in what somebody calls an article by: "12", "n° 12", "/12/titre/", its whole address. Null without one.</summary>
    public static long? NumberIn(string called)
    {
        var text = called.Trim();
        var path = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : text;
        var number = path.TrimStart('/', '#', 'n', 'N', '°', ' ', '\u00A0').Split('/')[0];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
