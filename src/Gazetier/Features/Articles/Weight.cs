namespace Gazetier.Features.Articles;

/// <summary>How much the newsroom holds an article to matter: what comes first in readers' editions.</summary>
public enum Weight
{
    Ordinary,

    /// <summary>Before the ordinary ones of the same follow.</summary>
    Important,

    /// <summary>Before all, for whoever is owed it.</summary>
    Major,
}
