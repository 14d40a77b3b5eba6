namespace Gazetier.Features.Articles;

/// <summary>An article held by hand at a place of the front page.</summary>
public class Pin
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;
    public FrontPagePlace Place { get; set; }

    /// <summary>From 1, within the place.</summary>
    public int Position { get; set; }

    /// <summary>UTC; from then on the pin holds nothing. Null: until it is taken out.</summary>
    public DateTime? Until { get; set; }
}

/// <summary>The places of the front page that can be held by hand.</summary>
public enum FrontPagePlace
{
    Lead,
    Secondary,
}
