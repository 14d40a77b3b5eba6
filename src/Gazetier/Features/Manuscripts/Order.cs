namespace Gazetier.Features.Manuscripts;

/// <summary>Commande: who writes it, for when, how long, and what about.</summary>
/// <param name="Writer">Null while nobody has it.</param>
/// <param name="DueAt">UTC; when it should be read over.</param>
/// <param name="Words">Length that is ordered.</param>
/// <param name="EmbargoUntil">UTC; nobody publishes it before then.</param>
public sealed record Order(Guid? Writer, DateTime? DueAt, int? Words, string Brief, DateTime? EmbargoUntil)
{
    public const int LongestBrief = 4_000;
    public const int MostWords = 50_000;

    public static Order Of(Manuscript manuscript) =>
        new(manuscript.WriterId, manuscript.DueAt, manuscript.WordsOrdered, manuscript.Brief, manuscript.EmbargoUntil);

    /// <summary>Where a new manuscript stands: whoever takes it for themself writes already.</summary>
    public Stage StageAtBirth(Guid by) => Writer is null ? Stage.Idea : Writer == by ? Stage.Writing : Stage.Assigned;

    public void CopyTo(Manuscript manuscript)
    {
        manuscript.WriterId = Writer;
        manuscript.DueAt = DueAt;
        manuscript.WordsOrdered = Words;
        manuscript.Brief = Brief;
        manuscript.EmbargoUntil = EmbargoUntil;
    }
}
