using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Charts;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>The checklist of what was written, with what only the database knows: links that lead to nothing of ours,
/// pictures whose rights have ended.</summary>
public class ReadChecklist(GazetierDb db, TimeProvider clock, Phrases t)
{
    public async Task<IReadOnlyList<CheckPoint>> RunAsync(Content content, bool isReviewed, CancellationToken cancel)
    {
        var links = Checklist.LocalLinks(content);
        var numbers = links.Select(NumberOf).OfType<long>().ToList();
        var known = await db.Articles.Where(a => numbers.Contains(a.Id) && a.Status != ArticleStatus.Withdrawn).Select(a => a.Id).ToListAsync(cancel);
        return Checklist.Of(content, [.. links.Where(link => NumberOf(link) is { } number && !known.Contains(number))], isReviewed, await EndedAsync(content, cancel), FaultsOf(content));
    }

    private async Task<IReadOnlyCollection<string>> EndedAsync(Content content, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var keys = ShowPictures.KeysIn(content.Body).ToList();
        return await db.Pictures.Where(p => p.RightsEndAt <= now && (p.Id == content.LeadPicture || keys.Contains(p.Key))).Select(p => p.Credit).ToListAsync(cancel);
    }

    /// <summary>Tables that were meant to be drawn and have no drawing.</summary>
    private List<string> FaultsOf(Content content) =>
    [
        .. new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + content.Body).QuerySelectorAll("figure.chart").Where(figure => figure.QuerySelector("img") is null)
            .Select(figure => FaultOf(figure).Said(t)),
    ];

    private static ChartFault FaultOf(IElement figure)
    {
        var kind = ChartKinds.FromCode(figure.GetAttribute("data-kind")) ?? ChartKind.Columns;
        var rows = figure.QuerySelector("table") is { } table ? KeepCharts.RowsOf(table) : [];
        return ReadChart.Of(kind, rows).Fault ?? new ChartFault(ChartFaultKind.MergedCells);
    }

    /// <summary>The article that a path of ours leads to; null where it leads to something else.</summary>
    private static long? NumberOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && long.TryParse(first, CultureInfo.InvariantCulture, out var number) ? number : null;
}
