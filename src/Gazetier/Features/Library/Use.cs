namespace Gazetier.Features.Library;

/// <summary>A place where something of the library is used.</summary>
/// <param name="Name">Headline of the article, name of the author, title of the issue.</param>
/// <param name="Address">Of the newsroom's page where it can be taken out, or of the author's page.</param>
public sealed record Use(UseKind Kind, string Name, string Address);

/// <summary>How it is used.</summary>
public enum UseKind
{
    /// <summary>As the lead picture of an article that readers see, or saw.</summary>
    LeadPicture,

    /// <summary>In the text of an article that readers see, or saw.</summary>
    Body,

    /// <summary>In what is being written, and not yet given to readers.</summary>
    Draft,

    /// <summary>As the portrait of an author.</summary>
    Portrait,

    /// <summary>As the cover of an issue of the magazine.</summary>
    Cover,
}
