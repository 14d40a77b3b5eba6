using Gazetier.Features.Authors;
using Gazetier.Features.Sections;

namespace Gazetier.Features.Clubs;

/// <summary>
/// Club: a small newspaper inside the paper (G-09). It is a section with a colour, a front page, a team and an offer of its own: the
/// sections below it are its headings, and whoever follows the section follows the club (decision 0032).
/// </summary>
public class Club
{
    public const int MaxMotto = 160;
    public const int MaxWelcome = 1_000;

    public Guid SectionId { get; set; }
    public Section Section { get; set; } = null!;

    /// <summary>Order among the clubs, from 1.</summary>
    public int Position { get; set; }

    /// <summary>A colour as <c>Accent</c> writes it: "#1f5f8b".</summary>
    public required string Colour { get; set; }

    /// <summary>A line under its name; may be empty.</summary>
    public string Motto { get; set; } = "";

    /// <summary>What it brings to its members; paragraphs of plain text, may be empty.</summary>
    public string Welcome { get; set; } = "";

    /// <summary>Number of the product whose holders are its members. Null: everybody with an account is one.</summary>
    public int? ProductNumber { get; set; }

    /// <summary>Its newsletter; null: none.</summary>
    public Guid? NewsletterId { get; set; }

    /// <summary>UTC. Null: the newsroom prepares it, readers see a section.</summary>
    public DateTime? OpenedAt { get; set; }

    public List<ClubTopic> Topics { get; set; } = [];

    public List<ClubPerson> Team { get; set; } = [];

    public List<ClubPin> Pins { get; set; } = [];
}

/// <summary>En ce moment: a link of the strip under the club's name.</summary>
public class ClubTopic
{
    public const int MaxLabel = 60;
    public const int MaxPath = 300;

    public Guid ClubId { get; set; }

    /// <summary>From 1.</summary>
    public int Position { get; set; }

    public required string Label { get; set; }

    /// <summary>A local path.</summary>
    public required string Path { get; set; }
}

/// <summary>One of the team: a journalist who runs the club, or an expert whom its members may ask.</summary>
public class ClubPerson
{
    public const int MaxRole = 100;

    public Guid ClubId { get; set; }
    public Guid AuthorId { get; set; }
    public Author Author { get; set; } = null!;

    /// <summary>From 1.</summary>
    public int Position { get; set; }

    /// <summary>"anime le club", "finances et fiscalité"; empty: the author's own function stands there.</summary>
    public string Role { get; set; } = "";

    /// <summary>Members' questions are put to them.</summary>
    public bool IsExpert { get; set; }
}

/// <summary>An article that the newsroom holds at the head of the club's front page.</summary>
public class ClubPin
{
    public Guid ClubId { get; set; }

    /// <summary>From 1: the lead.</summary>
    public int Position { get; set; }

    public long ArticleId { get; set; }
}
