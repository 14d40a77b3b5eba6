namespace Gazetier.Features.Articles;

/// <summary>The journalistic form of an article (genre). Kept as its name in the database.</summary>
public enum Format
{
    News,
    Interview,
    Report,
    Investigation,
    Analysis,
    CourtRuling,
    MinisterialAnswer,
    OfficialText,
    HowTo,
    Opinion,
    Column,
    Portrait,
    Guide,

    /// <summary>Fiche de révision, for who prepares an exam.</summary>
    Revision,
}
