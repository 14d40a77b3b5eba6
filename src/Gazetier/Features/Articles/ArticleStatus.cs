namespace Gazetier.Features.Articles;

/// <summary>Where an article stands between the desk and the reader.</summary>
public enum ArticleStatus
{
    Draft,

    /// <summary>Visible from its date on: a date in the future is a scheduled publication.</summary>
    Published,

    /// <summary>Its address answers 410.</summary>
    Withdrawn,
}
