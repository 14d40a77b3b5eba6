namespace Gazetier.Features.Manuscripts;

/// <summary>How somebody wants an article to appear.</summary>
/// <param name="Seen">The newest revision, as it stood when they looked at it.</param>
/// <param name="At">UTC; null: now. What is out already keeps its date.</param>
/// <param name="Correction">What readers are told of the change (L-31); empty: it is not worth their notice.</param>
/// <param name="FreeAt">UTC; from then on it asks nothing of its reader.</param>
/// <param name="FrontPageUntil">UTC; from then on the front page does not show it of itself.</param>
/// <param name="OpenUntil">UTC; until then it asks nothing of its reader.</param>
/// <param name="PassedOver">Keys of the points of the checklist that they answer for by name.</param>
/// <param name="IsReviewed">They read over what a machine had a part in, and answer for it (L-90).</param>
public sealed record Publication(
    StartingPoint Seen,
    DateTime? At = null,
    string Correction = "",
    DateTime? FreeAt = null,
    DateTime? FrontPageUntil = null,
    IReadOnlyList<string>? PassedOver = null,
    bool IsReviewed = false,
    DateTime? OpenUntil = null);

/// <summary>What became of it.</summary>
public enum PublishOutcome
{
    Done,

    /// <summary>It was deleted or withdrawn meanwhile.</summary>
    Gone,

    /// <summary>Somebody saved a newer revision, which whoever publishes has not seen.</summary>
    Overtaken,

    /// <summary>The embargo has not ended at the time that was asked for.</summary>
    Embargoed,

    /// <summary>A machine wrote it, and nobody says that they read it over (L-90).</summary>
    Unreviewed,
}
