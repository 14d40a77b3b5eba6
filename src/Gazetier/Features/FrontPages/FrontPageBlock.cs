namespace Gazetier.Features.FrontPages;

/// <summary>Bloc de la une: a named row of articles of the front page, in the order and with the number of places that the newsroom chose.</summary>
public class FrontPageBlock
{
    public const int MaxTitle = 80;
    public const int MostSeats = 24;

    /// <summary>Those that stand on every front page, in the order that they have until somebody changes it.</summary>
    public static readonly IReadOnlyList<BlockKind> Standing = [BlockKind.Headlines, BlockKind.River, BlockKind.Opinions, BlockKind.Sections];

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ArrangementId { get; set; }
    public BlockKind Kind { get; set; }

    /// <summary>Empty: it is called as its theme, dossier or section is, or as a standing block always is.</summary>
    public string Title { get; set; } = "";

    /// <summary>The theme, dossier or section that fills it.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>Articles in it; of <see cref="BlockKind.Sections"/>, sections.</summary>
    public int Seats { get; set; }

    /// <summary>From 1, down the page.</summary>
    public int Position { get; set; }

    /// <summary>It holds nothing and takes nothing.</summary>
    public bool IsHidden { get; set; }

    public static FrontPageBlock Stand(BlockKind kind) => new() { Id = Guid.Empty, Kind = kind, Seats = kind.UsualSeats() };
}

/// <summary>What fills a block.</summary>
public enum BlockKind
{
    /// <summary>The other headlines of the day: illustrated articles.</summary>
    Headlines,

    /// <summary>What was published last, day by day.</summary>
    River,
    Opinions,

    /// <summary>A small block for each section at the top of the tree.</summary>
    Sections,

    /// <summary>Articles chosen by hand.</summary>
    Chosen,
    Theme,
    Dossier,
    Section,
}

public static class BlockKinds
{
    public static bool IsStanding(this BlockKind kind) => FrontPageBlock.Standing.Contains(kind);

    /// <summary>Whether the newest articles of a theme, a dossier or a section fill it.</summary>
    public static bool HasSubject(this BlockKind kind) => kind is BlockKind.Theme or BlockKind.Dossier or BlockKind.Section;

    public static int UsualSeats(this BlockKind kind) => kind switch
    {
        BlockKind.River => 12,
        BlockKind.Opinions => 3,
        BlockKind.Sections => 6,
        _ => 4,
    };
}
