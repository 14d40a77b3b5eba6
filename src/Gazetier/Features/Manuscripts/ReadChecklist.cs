using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Charts;
using Gazetier.Features.Redirects;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>The checklist of what was written, with what it does not say itself: links that lead to nothing, pictures whose rights have ended.</summary>
public class ReadChecklist(GazetierDb db, LivingPages pages, AskLinks ask, PublicAddress address, TimeProvider clock, Phrases t)
{
    public async Task<IReadOnlyList<CheckPoint>> RunAsync(Content content, bool isReviewed, CancellationToken cancel) =>
        Checklist.Of(content, await DeadAsync(Checklist.Links(content), cancel), isReviewed, await EndedAsync(content, cancel), FaultsOf(content));

    private async Task<IReadOnlyCollection<string>> DeadAsync(IReadOnlyList<string> links, CancellationToken cancel)
    {
        // By path, also where it was written with our own address in front.
        var ours = links.ToDictionary(link => link, PathOf, StringComparer.Ordinal);
        var paths = ours.Values.OfType<string>().ToList();
        // What is to appear will answer: two articles of one morning link to each other.
        var living = await pages.AmongAsync(paths, cancel, clock.GetUtcNow().UtcDateTime.AddYears(1));
        var moved = await MovedAsync(paths, cancel);
        var outside = await ask.DeadAsync([.. links.Where(link => ours[link] is null && link.StartsWith("http", StringComparison.Ordinal))], cancel);
        return [.. links.Where(link => outside.Contains(link) || (ours[link] is { } path && !living.Contains(path) && !moved.Contains(Old(path))))];
    }

    private string? PathOf(string link) => link switch
    {
        _ when link.StartsWith(address.Root + "/", StringComparison.OrdinalIgnoreCase) => link[address.Root.Length..],
        ['/', not '/', ..] or "/" => link,
        _ => null,
    };

    /// <summary>Old addresses that lead on, without their last slash, as a browser that follows them may have it either way.</summary>
    private async Task<HashSet<string>> MovedAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        var asked = paths.Select(Old).SelectMany(path => new[] { path, path + "/" }).Distinct(StringComparer.Ordinal).ToList();
        return (await db.Redirects.Where(r => asked.Contains(r.Path)).Select(r => r.Path).ToListAsync(cancel)).Select(Old).ToHashSet(StringComparer.Ordinal);
    }

    private static string Old(string path) => Uri.UnescapeDataString(path.Split('?', '#')[0]).TrimEnd('/');

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
