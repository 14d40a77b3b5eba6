namespace Gazetier.Features.Figures;

/// <summary>What is counted. Each is counted by itself and never together with another, so that no sum narrows down to somebody.</summary>
public enum ReadStep
{
    /// <summary>An article was given whole; by class of readers.</summary>
    Read,

    /// <summary>An article was given with the wall; by class of readers.</summary>
    Stopped,

    /// <summary>An article was given to a program. No reader is in it.</summary>
    Robot,

    /// <summary>Where readers came from; by <see cref="ReferrerKind"/>.</summary>
    From,

    /// <summary>Other sites that readers came from; by host.</summary>
    Host,

    /// <summary>The deepest quarter of a whole article that was reached: 25, 50, 75, 100.</summary>
    Depth,

    /// <summary>The deepest quarter of the open part that was reached, before the wall.</summary>
    DepthToWall,

    /// <summary>How long the page was looked at, in seconds: the lower end of one of <see cref="ReadingReport.Times"/>.</summary>
    Time,

    /// <summary>The offers were opened from the wall; without an article, from elsewhere.</summary>
    Offers,

    /// <summary>Somebody signed in at the wall.</summary>
    SignedIn,

    /// <summary>An account was asked for.</summary>
    Asked,

    /// <summary>An account that was asked for was confirmed.</summary>
    Confirmed,

    /// <summary>A reader left a list of mails; by list. Counted for everybody: it is no measure of reading.</summary>
    Left,

    /// <summary>A page with a partner's insertion was given; by the insertion's number. Under no article: who reads what is not in it.</summary>
    SlotGiven,

    /// <summary>An insertion was followed; by its number.</summary>
    SlotFollowed,
}
