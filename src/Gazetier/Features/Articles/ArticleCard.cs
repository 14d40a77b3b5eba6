using Gazetier.Features.Access;
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
    public required Requirement Access { get; init; }
    public required int Words { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? ModifiedAt { get; init; }

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
public record CardPicture(string Key, string AlternativeText, string Credit, int Width, int Height);

/// <summary>Where an article stands (G-01).</summary>
public static class ArticleAddress
{
    public static string Of(long id, string slug) => FormattableString.Invariant($"/{id}/{slug}/");
}
