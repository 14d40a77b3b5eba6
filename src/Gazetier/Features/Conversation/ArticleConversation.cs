using Gazetier.Features.Articles;

namespace Gazetier.Features.Conversation;

/// <summary>
/// What is particular to the conversation under one article: its rule, where it has one, and when readers' pages must be made anew.
/// Of a wave of comments the page is told once in <see cref="Pause"/>, not once each.
/// </summary>
public class ArticleConversation
{
    /// <summary>Between two times that the article's page is made anew for comments that came.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>Null: as everywhere.</summary>
    public WhoWrites? WhoWrites { get; set; }

    /// <summary>Null: as everywhere. 0: for ever.</summary>
    public int? OpenDays { get; set; }

    /// <summary>Null: as in its section.</summary>
    public bool? ReadsBefore { get; set; }

    /// <summary>UTC; when what readers see of it changed last.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>UTC; when readers' pages were told last.</summary>
    public DateTime ToldAt { get; set; }
}

/// <summary>A section whose comments are read before, or after, they are shown, whatever the newspaper does.</summary>
public class SectionConversation
{
    public Guid SectionId { get; set; }

    public bool ReadsBefore { get; set; }
}
