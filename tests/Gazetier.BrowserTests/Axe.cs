using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Gazetier.BrowserTests;

/// <summary>
/// axe-core, run in the page itself. The binding for .NET opens a second page for each report, which takes six times as
/// long; what it reports is the same.
/// </summary>
public static class Axe
{
    // The style sheets need no loading for the rules that are on; the lists of what passed are long and nobody reads them.
    private const string Run =
        """
        async (contrast) => (await axe.run({ resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: contrast } } }))
            .violations.map(one => `${one.id}: ${one.nodes[0].html}`)
        """;

    private static readonly Lazy<Task<string>> Source = new(() =>
        File.ReadAllTextAsync(Path.Combine(Tests.Paths.Root, "tests", "Gazetier.BrowserTests", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What every rule of axe finds wrong in the page as it stands, under the name it is known by here.</summary>
    /// <param name="withContrast">Contrast takes longer than all other rules together: pages of one kind need it but for some.</param>
    public static async Task CheckAsync(this IPage page, string what, ConcurrentQueue<string> problems, bool withContrast = true)
    {
        await page.EvaluateAsync(await Source.Value);
        foreach (var violation in await page.EvaluateAsync<string[]>(Run, withContrast))
        {
            problems.Enqueue($"{what}: {violation}");
        }
    }
}
