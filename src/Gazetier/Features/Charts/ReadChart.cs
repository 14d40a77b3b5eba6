namespace Gazetier.Features.Charts;

/// <summary>Reads a chart off a table: its first row says what the columns are, its first column what the rows are.</summary>
public static class ReadChart
{
    private const int MaxLabel = 60;

    /// <summary>Either the chart, or why there is none.</summary>
    public static (Chart? Chart, ChartFault? Fault) Of(ChartKind kind, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (FaultOf(kind, rows) is { } fault)
        {
            return (null, fault);
        }

        var width = rows.Max(row => row.Count);
        var body = rows.Skip(1).ToList();
        var numbers = new ChartNumbers(body.SelectMany(row => row.Skip(1)));
        var columns = Enumerable.Range(1, width - 1).Select(_ => new List<double?>()).ToList();
        var units = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in body)
        {
            for (var at = 1; at < width; at++)
            {
                var cell = Cell(row, at);
                if (!numbers.TryRead(cell, out var value, out var unit))
                {
                    return (null, new ChartFault(ChartFaultKind.NotANumber, Short(cell)));
                }

                columns[at - 1].Add(value);
                if (unit.Length > 0)
                {
                    units.Add(unit);
                }
            }
        }

        if (units.Count > 1)
        {
            return (null, new ChartFault(ChartFaultKind.SeveralUnits, string.Join(", ", units.Order(StringComparer.Ordinal).Take(3))));
        }

        var series = columns.Select((values, at) => new Series(Short(Cell(rows[0], at + 1)), values)).ToList();
        return columns.Any(column => column.Exists(value => value is not null))
            ? (new Chart(kind, [.. body.Select(row => Short(Cell(row, 0)))], series, units.FirstOrDefault() ?? ""), null)
            : (null, new ChartFault(ChartFaultKind.NoNumbers));
    }

    private static ChartFault? FaultOf(ChartKind kind, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return new ChartFault(ChartFaultKind.NoTable);
        }

        var (height, width) = (rows.Count - 1, rows.Max(row => row.Count) - 1);
        return (height, width) switch
        {
            ( < 1, _) or (_, < 1) => new ChartFault(ChartFaultKind.TooSmall),
            (_, > Chart.MaxSeries) => new ChartFault(ChartFaultKind.TooManySeries),
            ( > Chart.MaxRows, _) => new ChartFault(ChartFaultKind.TooManyRows),
            _ when kind != ChartKind.Lines && height * width > Chart.MaxMarks => new ChartFault(ChartFaultKind.TooManyMarks),
            _ => null,
        };
    }

    private static string Cell(IReadOnlyList<string> row, int at) => at < row.Count ? row[at].Trim() : "";

    private static string Short(string text) => Text.Printable.Line(text) is { Length: > MaxLabel } line ? Text.Plain.Shorten(line, MaxLabel) : Text.Printable.Line(text);
}
