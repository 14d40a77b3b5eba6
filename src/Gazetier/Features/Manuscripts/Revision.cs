using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>A state of a manuscript that was saved: the whole content, by whom and when. Never changed once another stands after it.</summary>
public class Revision
{
    /// <summary>Saves of one person within this time of its beginning grow one revision.</summary>
    public static readonly TimeSpan Growth = TimeSpan.FromMinutes(5);

    public long ArticleId { get; set; }

    /// <summary>From 1, in the order in which they began.</summary>
    public int Number { get; set; }

    public RevisionKind Kind { get; set; }

    /// <summary>UTC.</summary>
    public DateTime BeganAt { get; set; }

    /// <summary>UTC; of the last save in it.</summary>
    public DateTime SavedAt { get; set; }

    /// <summary>Null once the account is deleted, and for what an import brought.</summary>
    public Guid? ById { get; set; }
    public Account? By { get; set; }

    /// <summary>The revision that it was restored from, or that an aside began from.</summary>
    public int? From { get; set; }

    /// <summary>It stays as it is: it was published, restored from, or its stage changed.</summary>
    public bool IsSealed { get; set; }

    /// <summary>Words of the body.</summary>
    public int Words { get; set; }

    /// <summary>A <see cref="Content"/> as JSON.</summary>
    public required string Json { get; set; }

    public Content Content() => Manuscripts.Content.FromJson(Json);

    /// <summary>Whether a save by <paramref name="who"/> at <paramref name="now"/> may still be written into it.</summary>
    public bool Grows(Guid who, DateTime now) => Kind == RevisionKind.Saved && !IsSealed && ById == who && now - BeganAt < Growth;
}

/// <summary>How a revision came to be.</summary>
public enum RevisionKind
{
    /// <summary>The article as it stood when somebody first opened it to write.</summary>
    Found,
    Saved,

    /// <summary>Kept beside, because another was saved first.</summary>
    Aside,

    /// <summary>An earlier one, made the newest again.</summary>
    Restored,
}
