namespace Gazetier.Features.Conversation;

/// <summary>How readers talk under articles, where an article or its section says nothing else. One row.</summary>
public class CommentRules
{
    public const int MostDays = 3650;

    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    public WhoWrites WhoWrites { get; set; } = WhoWrites.Registered;

    /// <summary>Days after an article appeared in which one may write under it. 0: for ever.</summary>
    public int OpenDays { get; set; } = 30;

    /// <summary>Whether somebody reads a comment before readers do.</summary>
    public bool ReadsBefore { get; set; }

    /// <summary>Whether a person's first comment waits.</summary>
    public bool HoldsNewcomers { get; set; } = true;

    /// <summary>Minutes in which one may change what one wrote.</summary>
    public int EditMinutes { get; set; } = 10;

    /// <summary>Characters.</summary>
    public int MaxLength { get; set; } = 3_000;

    /// <summary>A comment with more addresses waits.</summary>
    public int MostLinks { get; set; } = 2;

    /// <summary>Comments of one person in ten minutes.</summary>
    public int MostOfPerson { get; set; } = 5;

    /// <summary>Comments under one article in a minute, from which on those of people without a history wait.</summary>
    public int MostOfArticle { get; set; } = 20;

    /// <summary>The same for the whole newspaper.</summary>
    public int MostOfSite { get; set; } = 60;

    /// <summary>Words that no comment holds, one a line; "mot*" means all that begins so.</summary>
    public string RefusedWords { get; set; } = "";

    /// <summary>Words that somebody should look at.</summary>
    public string SuspectWords { get; set; } = "";

    /// <summary>Where authorities and readers write about the conversation (DSA, art. 11 and 12); empty: the newspaper's own address.</summary>
    public string ContactEmail { get; set; } = "";
}

/// <summary>Who may write.</summary>
public enum WhoWrites
{
    Registered,
    Subscribers,
    Nobody,
}
