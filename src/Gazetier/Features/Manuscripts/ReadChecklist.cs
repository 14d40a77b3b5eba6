using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Charts;
using Gazetier.Features.Redirects;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>The checklist of what was written, with what it does not say itself: links that lead to nothing, pictures whose rights have ended.</summary>
public class ReadChecklist(GazetierDb db, LivingPages pages, AskLinks ask, TimeProvider clock, Phrases t)
{
    public async Task<IReadOnlyList<CheckPoint>> RunAsync(Content content, bool isReviewed, CancellationToken cancel) =>
        Checklist.Of(content, await DeadAsync(Checklist.Links(content), cancel), isReviewed, await EndedAsync(content, cancel), FaultsOf(content));

    private async Task<IReadOnlyCollection<string>> DeadAsync(IReadOnlyList<string> links, CancellationToken cancel)
    {
        var ours = links.Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)).ToList();
        // What is to appear will answer: two articles of one morning link to each other.
        var living = await pages.AmongAsync(ours, cancel, clock.GetUtcNow().UtcDateTime.AddYears(1));
        var moved = (await db.Redirects.Where(r => ours.Contains(r.Path)).Select(r => r.Path).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var outside = await ask.DeadAsync([.. links.Where(link => link.StartsWith("http", StringComparison.Ordinal))], cancel);
        return [.. links.Where(link => outside.Contains(link) || (ours.Contains(link) && !living.Contains(link) && !moved.Contains(link)))];
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
}
