namespace Gazetier.Features.Figures;

/// <summary>A figure as the newsroom sees it: a table, with a chart where one helps.</summary>
/// <param name="Name">Unique in its page; names its CSV.</param>
/// <param name="Columns">Heads of the table; the first is that of the lines' labels.</param>
public sealed record Figure(string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<FigureLine> Lines)
{
    /// <summary>SVG; the table is folded away below it. Null: the table alone.</summary>
    public string? Chart { get; init; }

    /// <summary>What the parts of the chart stand for, from below; what the line stands for is last.</summary>
    public IReadOnlyList<string> Legend { get; init; } = [];

    /// <summary>What one should know to read it.</summary>
    public string? Note { get; init; }

    /// <summary>Said in its place when there is nothing.</summary>
    public string Nothing { get; init; } = "";

    public bool IsEmpty => Lines.Count == 0;
}

/// <param name="Cells">As many as there are columns after the first.</param>
/// <param name="Path">Where the label leads.</param>
public sealed record FigureLine(string Label, IReadOnlyList<long> Cells, string? Path = null)
{
    /// <summary>The label for a spreadsheet, where it is another: a day that it takes for a date.</summary>
    public string? ForSpreadsheet { get; init; }
}
