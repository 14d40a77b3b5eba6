using Gazetier.Features.Articles;

namespace Gazetier.Features.FrontPages;

/// <summary>An article held by hand at a place of the front page, in one arrangement of it.</summary>
public class Pin
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ArrangementId { get; set; } = Arrangement.First;
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;
    public FrontPagePlace Place { get; set; }

    /// <summary>The block of <see cref="FrontPagePlace.Block"/>; null at the other places.</summary>
    public Guid? BlockId { get; set; }

    /// <summary>From 1, within the place.</summary>
    public int Position { get; set; }

    /// <summary>UTC; from then on the pin holds nothing. Null: until it is taken out.</summary>
    public DateTime? Until { get; set; }

    public bool Holds(DateTime now) => Until is null || Until > now;
}

/// <summary>The places of the front page that can be held by hand.</summary>
public enum FrontPagePlace
{
    Lead,
    Secondary,

    /// <summary>Above what was published last.</summary>
    River,

    /// <summary>In a block of <see cref="BlockKind.Chosen"/>.</summary>
    Block,
}
