using Gazetier.Features.Access;
using Gazetier.Features.Articles;

namespace Gazetier.Features.Imports;

/// <summary>An article from elsewhere, ready to be written: its body is clean, its pictures are kept.</summary>
internal record ImportedArticle
{
    /// <summary>Line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What this and later imports know it by: "articles:…".</summary>
    public required string Key { get; init; }

    /// <summary>Of the line. One that ends in <see cref="Incomplete"/> is tried again at the next run.</summary>
    public required string Fingerprint { get; init; }

    public required string Slug { get; init; }
    public required Format Format { get; init; }
    public required string? Kicker { get; init; }
    public required string Headline { get; init; }
    public required string Standfirst { get; init; }
    public required string Body { get; init; }
    public required int Words { get; init; }
    public required Requirement Access { get; init; }

    /// <summary>The line itself says what it asks of its reader; else that is the run's choice for what is new.</summary>
    public required bool SaysAccess { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime? ModifiedAt { get; init; }
    public required string? ModifiedReason { get; init; }
    public required string Section { get; init; }
    public required IReadOnlyList<string> OtherSections { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public required string? Dossier { get; init; }
    public required IReadOnlyList<AuthorName> Authors { get; init; }
    public required Guid? LeadPictureId { get; init; }
    public required string? LeadCaption { get; init; }
    public required string? Attribution { get; init; }

    /// <summary>Ends the fingerprint of an article that came in without one of its pictures.</summary>
    public const string Incomplete = "!";
}
