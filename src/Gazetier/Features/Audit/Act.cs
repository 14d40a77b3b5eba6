namespace Gazetier.Features.Audit;

/// <summary>A line of the newsroom's record: who did what, when. Written with the act itself, never changed (S-09).</summary>
public class Act
{
    public const int MaxDetail = 2_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The name stays when the account is gone: who published answers for it.</summary>
    public required string ByName { get; set; }

    /// <summary>Empty when the account is gone, and for what was done at the server's console.</summary>
    public Guid ById { get; set; }

    /// <summary>"article.published", "article.moved", "staff.dismissed": a thing and what was done to it.</summary>
    public required string What { get; set; }

    /// <summary>The article that it is about, where it is about one. No foreign key: the record outlives what it tells of.</summary>
    public long? ArticleId { get; set; }

    /// <summary>The account that it was done to, where it was another's.</summary>
    public Guid? AboutId { get; set; }

    /// <summary>As <see cref="ByName"/>.</summary>
    public string AboutName { get; set; } = "";

    /// <summary>What else must be known: the stage, the role, the points of the checklist that were passed over. No address.</summary>
    public string Detail { get; set; } = "";
}
