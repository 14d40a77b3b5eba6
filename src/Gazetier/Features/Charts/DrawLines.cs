namespace Gazetier.Features.Charts;

/// <summary>Lines, with a gap where a value is missing. Names that find no room are passed over, evenly.</summary>
internal static class DrawLines
{
    private const int MostDots = 26;

    public static void Run(Pen pen, ChartLayout layout)
    {
        var chart = layout.Chart;
        Axis.Values(pen, layout);
        Names(pen, layout);
        Axis.Zero(pen, layout);
        foreach (var (at, series) in chart.Series.Index())
        {
            var piece = new List<(double X, double Y)>();
            foreach (var (row, value) in series.Values.Append(null).Index())
            {
                if (value is { } known)
                {
                    piece.Add((Middle(layout, row), layout.Y(known)));
                }
                else if (piece.Count > 0)
                {
                    Draw(pen, piece, at + 1, chart.Labels.Count <= MostDots);
                    piece.Clear();
                }
            }
        }
    }

    private static void Draw(Pen pen, List<(double X, double Y)> piece, int number, bool withDots)
    {
        if (piece.Count > 1)
        {
            pen.Path(piece, $"l l{number}");
        }

        // A value between two gaps is a dot or nothing.
        if (withDots || piece.Count == 1)
        {
            piece.ForEach(point => pen.Dot(point.X, point.Y, 3.5, $"f{number}"));
        }
    }

    private static void Names(Pen pen, ChartLayout layout)
    {
        var labels = layout.Chart.Labels;
        var widest = Math.Min(layout.Right - layout.Left, labels.Max(label => Pen.WidthOf(label, ChartLayout.Size)) + 12);
        var every = Math.Max(1, (int)Math.Ceiling(widest / layout.Slot));
        for (var row = 0; row < labels.Count; row += every)
        {
            var half = Pen.WidthOf(labels[row], ChartLayout.Size) / 2;
            var middle = Math.Clamp(Middle(layout, row), Math.Min(half + 2, layout.Width / 2), Math.Max(layout.Width - half - 2, layout.Width / 2));
            pen.Text(labels[row], middle, layout.Bottom + 18, "middle");
        }
    }

    private static double Middle(ChartLayout layout, int row) => layout.Left + (layout.Slot * (row + 0.5));
}
