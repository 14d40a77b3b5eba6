using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>A remark on a manuscript, on a passage of it or on the whole: open until somebody resolves it.</summary>
public class Note
{
    public const int MaxLength = 2_000;
    public const int MaxPassage = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }

    /// <summary>Words of the text that it is about; empty where it is about the whole.</summary>
    public string Passage { get; set; } = "";

    public required string Text { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public Guid? ById { get; set; }
    public Account? By { get; set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? ResolvedAt { get; set; }

    public Guid? ResolvedById { get; set; }
    public Account? ResolvedBy { get; set; }
}
