namespace Gazetier.Features.Charts;

/// <summary>Where the parts of a chart stand: the legend above, the plot, the names of the axis. Pixels from the upper left.</summary>
internal sealed class ChartLayout
{
    public const double Size = 13;
    public const double Sample = 18;
    private const double Edge = 8;
    private const double LegendLine = 22;
    private const double BarHeight = 16;
    private const double Between = 10;
    private const double Label = 18;
    private const double Turned = 84;

    public ChartLayout(Chart chart, bool isNarrow)
    {
        Chart = chart;
        IsNarrow = isNarrow;
        Width = isNarrow ? 340 : 720;
        Scale = Scale.Of(chart.Values, withZero: chart.Kind != ChartKind.Lines, chart.Kind == ChartKind.Columns ? 0.07 : 0);
        Legend = [.. LegendOf(chart, Width)];
        Top = (Legend.Count == 0 ? Edge : Legend[^1].Y + 14) + Edge;
        if (chart.Kind == ChartKind.Bars)
        {
            LayBars();
        }
        else
        {
            LayUpright();
        }
    }

    public Chart Chart { get; }

    public bool IsNarrow { get; }

    public double Width { get; }

    public double Height { get; private set; }

    public Scale Scale { get; }

    public IReadOnlyList<(string Name, int Number, double X, double Y)> Legend { get; }

    /// <summary>Of the plot.</summary>
    public double Top { get; }

    public double Bottom { get; private set; }

    public double Left { get; private set; }

    public double Right { get; private set; }

    /// <summary>Names under the plot that find no room beside each other stand aslant.</summary>
    public bool AreTurned { get; private set; }

    /// <summary>Pixels of one row of a chart of bars, with the space before the next.</summary>
    public double RowHeight { get; private set; }

    /// <summary>Bars have their names above them, where there is no room at their left.</summary>
    public bool AreNamesAbove { get; private set; }

    public double Bar => BarHeight;

    public double NameHeight => AreNamesAbove ? Label : 0;

    /// <summary>Pixels of one name of the axis of an upright chart.</summary>
    public double Slot => (Right - Left) / Chart.Labels.Count;

    public double Y(double value) => Bottom - (Scale.Share(value) * (Bottom - Top));

    public double X(double value) => Left + (Scale.Share(value) * (Right - Left));

    /// <summary>Where lengths begin.</summary>
    public double Zero => Math.Clamp(0, Scale.Low, Scale.High);

    private void LayUpright()
    {
        Left = Edge + Scale.Ticks.Max(tick => Pen.WidthOf(Chart.Written(tick), Size)) + 8;
        Right = Width - Edge - 4;
        var widest = Chart.Labels.Max(label => Pen.WidthOf(label, Size));
        AreTurned = Chart.Kind == ChartKind.Columns && widest + 6 > Slot;
        Bottom = Top + (IsNarrow ? 220 : 290);
        Height = Bottom + (AreTurned ? Turned : Label + 8) + Edge;
    }

    private void LayBars()
    {
        var widest = Chart.Labels.Max(label => Pen.WidthOf(label, Size));
        AreNamesAbove = IsNarrow || widest > 220;
        Left = AreNamesAbove ? Edge : Edge + widest + 10;
        // Room for the number at the end of the longest bar.
        Right = Width - Edge - Chart.Values.Max(value => Pen.WidthOf(Chart.Written(value), Size)) - 6;
        // Those that lie to the left of zero have theirs at the left.
        if (Scale.Low < 0)
        {
            Left += Chart.Values.Where(value => value < 0).Select(value => Pen.WidthOf(Chart.Written(value), Size) + 6).DefaultIfEmpty(0).Max();
        }

        Right = Math.Max(Right, Left + 60);
        RowHeight = NameHeight + (Chart.Series.Count * BarHeight) + Between;
        Bottom = Top + (Chart.Labels.Count * RowHeight);
        Height = Bottom + Edge;
    }

    private static IEnumerable<(string Name, int Number, double X, double Y)> LegendOf(Chart chart, double width)
    {
        if (chart.Series.Count < 2)
        {
            yield break;
        }

        var (x, y) = (Edge, Edge + 12);
        foreach (var (at, series) in chart.Series.Index())
        {
            var name = Pen.Fit(series.Name, width - (2 * Edge) - Sample - 6, Size);
            var room = Sample + 6 + Pen.WidthOf(name, Size) + 16;
            if (x > Edge && x + room > width)
            {
                (x, y) = (Edge, y + LegendLine);
            }

            yield return (name, at + 1, x, y);
            x += room;
        }
    }
}
