using System.Globalization;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Spans of cells made true: no cell reaches out of its group or over another, no row or column is empty.</summary>
internal static class TableGrid
{
    /// <summary>Lays the rows of one group out, drops those that say nothing, and shortens what reaches too far.</summary>
    public static void Straighten(List<BodyNode> rows)
    {
        Drop(rows);
        var taken = new List<int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var below = rows.Count - at;
            Lay(rows[at], taken, cell => cell["rowspan"] = Span(Math.Min(Of(cell, "rowspan"), below)), (_, _) => { });
        }
    }

    /// <summary>Takes out of column spans the columns in which no cell begins.</summary>
    public static void CloseGaps(IReadOnlyList<BodyNode> rows)
    {
        var places = new List<(BodyNode Cell, int Column)>();
        var taken = new List<int>();
        foreach (var row in rows)
        {
            Lay(row, taken, _ => { }, (cell, column) => places.Add((cell, column)));
        }

        var begun = new HashSet<int>(places.Select(place => place.Column));
        foreach (var (cell, column) in places.Where(place => Of(place.Cell, "colspan") > 1))
        {
            cell["colspan"] = Span(Enumerable.Range(column, Of(cell, "colspan")).Count(begun.Contains));
        }
    }

    // A row without content goes; cells that reach down over it get shorter.
    private static void Drop(List<BodyNode> rows)
    {
        var empty = rows.ConvertAll(row => !row.HasContent);
        for (var at = 0; at < rows.Count; at++)
        {
            foreach (var cell in rows[at].Children.Where(cell => cell["rowspan"] is not null))
            {
                var reach = Math.Min(rows.Count, at + Of(cell, "rowspan"));
                cell["rowspan"] = Span(Enumerable.Range(at, reach - at).Count(row => !empty[row]));
            }
        }

        rows.RemoveAll(row => !row.HasContent);
    }

    // taken[column] = rows from here on that a cell above still covers.
    private static void Lay(BodyNode row, List<int> taken, Action<BodyNode> prepare, Action<BodyNode, int> place)
    {
        var covered = new List<int>(taken);
        var column = 0;
        foreach (var cell in row.Children)
        {
            prepare(cell);
            while (column < covered.Count && covered[column] > 0)
            {
                column++;
            }

            var width = 1;
            while (width < Of(cell, "colspan") && (column + width >= covered.Count || covered[column + width] == 0))
            {
                width++;
            }

            cell["colspan"] = Span(width);
            place(cell, column);
            Take(taken, column, width, Of(cell, "rowspan"));
            column += width;
        }

        for (var at = 0; at < taken.Count; at++)
        {
            taken[at] = Math.Max(0, taken[at] - 1);
        }
    }

    private static void Take(List<int> taken, int column, int width, int rows)
    {
        while (taken.Count < column + width)
        {
            taken.Add(0);
        }

        for (var at = column; at < column + width; at++)
        {
            taken[at] = rows;
        }
    }

    private static int Of(BodyNode cell, string span) =>
        cell[span] is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : 1;

    private static string? Span(int span) => span > 1 ? span.ToString(CultureInfo.InvariantCulture) : null;
}
