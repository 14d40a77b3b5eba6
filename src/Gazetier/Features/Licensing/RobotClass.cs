namespace Gazetier.Features.Licensing;

/// <summary>What a robot comes for. Columns, links and lists stand in this order.</summary>
public enum RobotClass
{
    /// <summary>Search engines: the page stands in their index.</summary>
    Search,

    /// <summary>Networks and messengers: a card is shown where somebody posts the link.</summary>
    LinkPreview,

    /// <summary>Whoever gathers texts to train models.</summary>
    Training,

    /// <summary>Assistants that read the page in order to answer somebody now.</summary>
    Answers,

    /// <summary>Whoever keeps copies of pages.</summary>
    Archive,
}
