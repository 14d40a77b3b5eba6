namespace Gazetier.Features.Charts;

/// <summary>Bars, one under the other, each with its number at its end.</summary>
internal static class DrawBars
{
    public static void Run(Pen pen, ChartLayout layout)
    {
        var chart = layout.Chart;
        var zero = layout.X(layout.Zero);
        foreach (var (row, label) in chart.Labels.Index())
        {
            var top = layout.Top + (row * layout.RowHeight);
            var first = top + layout.NameHeight;
            if (layout.AreNamesAbove)
            {
                pen.Text(Pen.Fit(label, layout.Width - 16, ChartLayout.Size), 8, top + 13);
            }
            else
            {
                pen.Text(label, 8, first + (chart.Series.Count * layout.Bar / 2) + 4.5);
            }

            foreach (var (at, series) in chart.Series.Index())
            {
                if (series.Values[row] is { } value)
                {
                    var y = first + (at * layout.Bar);
                    var to = layout.X(value);
                    pen.Rectangle(Math.Min(zero, to), y + 0.5, Math.Max(1, Math.Abs(to - zero)), layout.Bar - 1, $"f{at + 1}");
                    pen.Text(chart.Written(value), value < 0 ? to - 4 : to + 4, y + (layout.Bar / 2) + 4.5, value < 0 ? "end" : "start", "m");
                }
            }
        }

        pen.Line(zero, layout.Top - 4, zero, layout.Bottom - 4, "z");
    }
}
