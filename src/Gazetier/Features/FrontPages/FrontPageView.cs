using Gazetier.Features.Articles;
using Gazetier.Features.Sections;

namespace Gazetier.Features.FrontPages;

/// <summary>All that the front page shows: for the partial <c>_FrontPage</c>.</summary>
public sealed record FrontPageView
{
    /// <summary>UTC; the time that it is shown at.</summary>
    public required DateTime At { get; init; }

    public required FrontPage Front { get; init; }

    /// <summary>The themes, dossiers and sections of blocks.</summary>
    public required IReadOnlyDictionary<Guid, NamedList> Names { get; init; }

    /// <summary>"En ce moment": the themes that most was written on in two weeks.</summary>
    public required IReadOnlyList<Named> Moment { get; init; }

    public required IReadOnlyList<DossierLine> Dossiers { get; init; }

    public required IReadOnlyList<SectionBlock> Sections { get; init; }

    /// <summary>UTC; when the first pin, or the front-page life of an article, ends. Null: of itself nothing changes.</summary>
    public required DateTime? ChangesAt { get; init; }

    /// <summary>What a block of articles is called, where it has a name of its own.</summary>
    public string NameOf(FrontPageBlock block) => block.Title.Length > 0 ? block.Title : SubjectOf(block)?.Name ?? "";

    public NamedList? SubjectOf(FrontPageBlock block) => block.SubjectId is { } id ? Names.GetValueOrDefault(id) : null;
}

/// <summary>A theme, dossier or section: its name, and the path of its page.</summary>
public sealed record NamedList(Guid Id, string Name, string Path);

/// <summary>A section's own block on the front page.</summary>
public sealed record SectionBlock(Section Section, IReadOnlyList<ArticleCard> Cards);
