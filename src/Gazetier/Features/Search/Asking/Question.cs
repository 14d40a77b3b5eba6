namespace Gazetier.Features.Search.Asking;

/// <summary>What somebody looks for, as it was understood. Pure.</summary>
public sealed record Question
{
    /// <summary>Signs that are read; what stands behind them is left out.</summary>
    public const int MaxLength = 400;

    /// <summary>Words and phrases that are asked for.</summary>
    public const int MaxParts = 24;

    public static readonly Question Empty = new();

    /// <summary>As it was written, on one line.</summary>
    public string Written { get; init; } = "";

    public IReadOnlyList<Part> Wanted { get; init; } = [];

    /// <summary>"-mot": what has one of these is left out.</summary>
    public IReadOnlyList<Part> Unwanted { get; init; } = [];

    public Narrowing Narrowing { get; init; } = Narrowing.None;

    /// <summary>Something was left out because it was too long.</summary>
    public bool IsCut { get; init; }

    /// <summary>All terms that are asked for, synonyms too.</summary>
    public IEnumerable<string> Terms() => Wanted.SelectMany(part => part.Alternatives).SelectMany(run => run);

    public bool IsEmpty => Wanted.Count == 0 && Narrowing == Narrowing.None;
}

/// <summary>One thing that is asked for.</summary>
/// <param name="Alternatives">Runs of terms, of which one is enough: the words as they were written come first, then their synonyms. A run stands in the text as it is here.</param>
/// <param name="InTitle">Only the title is looked at.</param>
/// <param name="IsExact">Between quotation marks: it must stand there.</param>
public sealed record Part(IReadOnlyList<IReadOnlyList<string>> Alternatives, bool InTitle = false, bool IsExact = false)
{
    public static Part Of(params IReadOnlyList<string> terms) => new([terms]);

    /// <summary>As it is written in a saved question.</summary>
    public override string ToString()
    {
        var words = string.Join("|", Alternatives.Select(run => string.Join(' ', run)));
        return (InTitle ? "titre:" : "") + (IsExact ? $"\"{words}\"" : words);
    }
}

/// <summary>Who may read what is found.</summary>
public enum Openness
{
    /// <summary>Anybody.</summary>
    ForAll,

    /// <summary>Whoever asks.</summary>
    ForMe,
}
