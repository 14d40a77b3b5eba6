namespace Gazetier.Features.Charts;

/// <summary>Columns, side by side, from zero up or down; few of them carry their numbers.</summary>
internal static class DrawColumns
{
    private const int MostNumbers = 14;

    public static void Run(Pen pen, ChartLayout layout)
    {
        var chart = layout.Chart;
        Axis.Values(pen, layout);
        var width = Math.Min(64, layout.Slot * 0.76 / chart.Series.Count);
        foreach (var (row, label) in chart.Labels.Index())
        {
            var middle = layout.Left + (layout.Slot * (row + 0.5));
            foreach (var (at, series) in chart.Series.Index())
            {
                if (series.Values[row] is { } value)
                {
                    var x = middle + ((at - (chart.Series.Count / 2.0)) * width);
                    Column(pen, layout, x, width, value, at + 1);
                }
            }

            if (layout.AreTurned)
            {
                pen.Text(Pen.Fit(label, 100, ChartLayout.Size), middle + 4, layout.Bottom + 16, "end", turned: -40);
            }
            else
            {
                pen.Text(label, middle, layout.Bottom + 18, "middle");
            }
        }

        Axis.Zero(pen, layout);
    }

    private static void Column(Pen pen, ChartLayout layout, double x, double width, double value, int number)
    {
        var (from, to) = (layout.Y(layout.Zero), layout.Y(value));
        // A hair between neighbours; a value that is nearly nothing is still seen.
        pen.Rectangle(x + 0.5, Math.Min(from, to), width - 1, Math.Max(1, Math.Abs(from - to)), $"f{number}");
        var written = layout.Chart.Written(value);
        var count = layout.Chart.Labels.Count * layout.Chart.Series.Count;
        if (count <= MostNumbers && Pen.WidthOf(written, ChartLayout.Size) <= Math.Max(width, layout.Slot / layout.Chart.Series.Count))
        {
            pen.Text(written, x + (width / 2), value < 0 ? to + 14 : to - 5, "middle", "m");
        }
    }
}
