namespace Gazetier.Features.LegalTexts;

/// <summary>What a legal text is. Kept as its name in the database.</summary>
public enum LegalTextKind
{
    /// <summary>A law, a decree, an order, a circular.</summary>
    OfficialText,

    /// <summary>What a court decided.</summary>
    CourtRuling,

    /// <summary>What a minister answers to a member of parliament.</summary>
    MinisterialAnswer,
}

/// <summary>What a legal text is worth on a day. Kept as its name in the database.</summary>
public enum TextStanding
{
    InForce,

    /// <summary>Another text changed it; it is still in force.</summary>
    Amended,

    /// <summary>Another text ended it.</summary>
    Repealed,

    /// <summary>A court ended it, as if it had never been.</summary>
    Annulled,
}
