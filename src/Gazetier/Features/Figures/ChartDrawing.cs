using System.Globalization;
using System.Net;
using System.Text;

namespace Gazetier.Features.Figures;

/// <summary>
/// Draws charts as SVG that stands in a page: no script, no style of its own; colours are those of the style sheet. Widths are shares of the page's, heights
/// are pixels, so that words keep their size on every screen. What is drawn is said in <c>title</c> and <c>desc</c>, and stands in a table beside. Pure.
/// </summary>
public static class ChartDrawing
{
    private const int PlotHeight = 180;
    private const int Top = 16;
    private const int AxisHeight = 24;
    private const int BarHeight = 48;

    /// <summary>The colour of parts that have no others beside them.</summary>
    private const int Alone = 3;

    /// <summary>Columns, one for each label, of parts that stand on each other; and a line over them.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="labels">Under the columns, as many as there is room for.</param>
    /// <param name="parts">From below: each with one value for each label.</param>
    /// <param name="line">One value for each label, or nothing.</param>
    public static string Columns(string id, string title, string description, IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<long>> parts, IReadOnlyList<long> line, CultureInfo culture)
    {
        var highest = Math.Max(1, Math.Max(Enumerable.Range(0, labels.Count).Max(i => parts.Sum(part => part[i])), line.DefaultIfEmpty().Max()));
        var ticks = Ticks(highest);
        var svg = Open(id, title, description, Top + PlotHeight + AxisHeight);
        double Y(long value) => Top + PlotHeight - (PlotHeight * (double)value / ticks[^1]);
        foreach (var tick in ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="grid" x1="0" x2="100%" y1="{Y(tick):0.#}" y2="{Y(tick):0.#}"/>""");
        }

        var slot = 100.0 / labels.Count;
        for (var i = 0; i < labels.Count; i++)
        {
            svg.Append("<g>").Append("<title>").Append(Encoded($"{labels[i]} : {Number(parts.Sum(part => part[i]), culture)}")).Append("</title>");
            var below = 0L;
            foreach (var (number, part) in parts.Index().Where(part => part.Item[i] > 0))
            {
                var (y, foot) = (Y(below + part[i]), Y(below));
                svg.Append(CultureInfo.InvariantCulture, $"""<rect class="part-{(parts.Count == 1 ? Alone : number + 1)}" x="{(slot * i) + (slot * .14):0.##}%" width="{slot * .72:0.##}%" y="{y:0.#}" height="{foot - y:0.#}"/>""");
                below += part[i];
            }

            svg.Append("</g>");
        }

        AddLine(svg, line, slot, Y);
        AddTicks(svg, ticks, Y, culture);
        AddLabels(svg, labels, slot);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Bars, one under the other, each with its label above and its value at the end; the longest is as wide as the chart.</summary>
    /// <param name="bars">What is said at the end, where a number alone would not do.</param>
    public static string Bars(string id, string title, string description, IReadOnlyList<(string Label, long Value, string Said)> bars)
    {
        var longest = Math.Max(1, bars.Max(bar => bar.Value));
        var svg = Open(id, title, description, BarHeight * bars.Count);
        foreach (var (i, bar) in bars.Index())
        {
            var y = BarHeight * i;
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="0" y="{y + 17}">{Encoded(bar.Label)}</text><text class="value" x="100%" y="{y + 17}">{Encoded(bar.Said)}</text>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="ground" x="0" y="{y + 25}" width="100%" height="10"/><rect class="part-{Alone}" x="0" y="{y + 25}" width="{100.0 * bar.Value / longest:0.##}%" height="10"/>""");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>0 and up to four steps of 1, 2 or 5 with noughts; the last is not below <paramref name="highest"/>.</summary>
    internal static IReadOnlyList<long> Ticks(long highest)
    {
        long step = 1;
        foreach (var times in Enumerable.Range(0, 60).Select(n => n % 3 == 1 ? 2.5 : 2))
        {
            if (step * 4 >= highest)
            {
                break;
            }

            step = (long)(step * times);
        }

        return [.. Enumerable.Range(0, (int)((highest + step - 1) / step) + 1).Select(n => n * step)];
    }

    private static StringBuilder Open(string id, string title, string description, int height) => new StringBuilder(4096)
        .Append(CultureInfo.InvariantCulture, $"""<svg class="chart" role="img" width="100%" height="{height}" aria-labelledby="{id}-titre {id}-resume" xmlns="http://www.w3.org/2000/svg">""")
        .Append(CultureInfo.InvariantCulture, $"""<title id="{id}-titre">{Encoded(title)}</title><desc id="{id}-resume">{Encoded(description)}</desc>""");

    private static void AddLine(StringBuilder svg, IReadOnlyList<long> line, double slot, Func<long, double> y)
    {
        for (var i = 1; i < line.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="before" x1="{slot * (i - .5):0.##}%" y1="{y(line[i - 1]):0.#}" x2="{slot * (i + .5):0.##}%" y2="{y(line[i]):0.#}"/>""");
        }
    }

    /// <summary>Over the columns: there is no margin for them on a small screen.</summary>
    private static void AddTicks(StringBuilder svg, IReadOnlyList<long> ticks, Func<long, double> y, CultureInfo culture)
    {
        foreach (var tick in ticks.Skip(1))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="tick" x="0" y="{y(tick) - 4:0.#}">{Number(tick, culture)}</text>""");
        }
    }

    /// <summary>Five at most: the first, the last, and between them as evenly as it comes. Wide columns have theirs in the middle.</summary>
    private static void AddLabels(StringBuilder svg, IReadOnlyList<string> labels, double slot)
    {
        var last = labels.Count - 1;
        var steps = last == 0 ? 0 : Enumerable.Range(0, 4).Select(n => 4 - n).FirstOrDefault(n => n > 1 && last % n == 0, Math.Min(last, 4));
        for (var n = 0; n <= steps; n++)
        {
            var i = steps == 0 ? 0 : (int)Math.Round(last * (double)n / steps);
            var (anchor, x) = slot > 10 || (n > 0 && n < steps) ? ("middle", slot * (i + .5)) : n == 0 ? ("start", 0) : ("end", 100);
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="label" x="{x:0.##}%" y="{Top + PlotHeight + 18}" text-anchor="{anchor}">{Encoded(labels[i])}</text>""");
        }
    }

    private static string Number(long number, CultureInfo culture) => number.ToString("N0", culture);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
