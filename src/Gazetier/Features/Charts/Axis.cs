namespace Gazetier.Features.Charts;

/// <summary>The axis of values of an upright chart.</summary>
internal static class Axis
{
    public static void Values(Pen pen, ChartLayout layout)
    {
        foreach (var tick in layout.Scale.Ticks)
        {
            pen.Line(layout.Left, layout.Y(tick), layout.Right, layout.Y(tick), "g");
            pen.Text(layout.Chart.Written(tick), layout.Left - 8, layout.Y(tick) + 4.5, "end", "m");
        }
    }

    /// <summary>Over what was drawn: the line that lengths begin at.</summary>
    public static void Zero(Pen pen, ChartLayout layout)
    {
        if (layout.Scale.Low <= 0 && layout.Scale.High >= 0)
        {
            pen.Line(layout.Left, layout.Y(0), layout.Right, layout.Y(0), "z");
        }
    }
}
