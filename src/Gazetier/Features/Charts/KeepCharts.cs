using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Text;

namespace Gazetier.Features.Charts;

/// <summary>
/// Draws the charts of a body that are not drawn yet. Called by whoever saves or shows a body, since the numbers stand nowhere
/// else: an address alone never suffices to have one drawn. A body without charts costs a look for one word.
/// </summary>
public class KeepCharts(ChartFiles files)
{
    /// <param name="body">As <c>Body.Sanitise</c> made it.</param>
    public async Task RunAsync(string body, CancellationToken cancel)
    {
        if (!body.Contains(ChartFiles.Shelf, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var figure in new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + body).QuerySelectorAll("figure.chart"))
        {
            if (figure.QuerySelector("img")?.GetAttribute("src") is { } src && src.StartsWith(ChartFiles.Shelf, StringComparison.Ordinal)
                && files.PathOf(src[ChartFiles.Shelf.Length..]) is { } path && !File.Exists(path))
            {
                await DrawAsync(figure, Path.GetFileNameWithoutExtension(path), cancel);
            }
        }
    }

    /// <summary>The cells of a table, row by row, as text.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> RowsOf(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Printable.Line(cell.TextContent))])];

    private async Task DrawAsync(IElement figure, string key, CancellationToken cancel)
    {
        if (figure.QuerySelector("table") is { } table && ChartKinds.FromCode(figure.GetAttribute("data-kind")) is { } kind && ReadChart.Of(kind, RowsOf(table)).Chart is { } chart)
        {
            var title = chart.AlternativeText(Printable.Line(figure.QuerySelector("figcaption")?.TextContent ?? ""));
            await files.WriteAsync(key, isNarrow: true, DrawChart.Run(chart, title, isNarrow: true), cancel);
            // The wide one last: whoever finds it finds both.
            await files.WriteAsync(key, isNarrow: false, DrawChart.Run(chart, title, isNarrow: false), cancel);
        }
    }
}
