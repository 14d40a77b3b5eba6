using System.Collections.Concurrent;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Gazetier.Tests;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>What comes with the clipboard is as hostile as any input: it never runs, asks nobody, and is left in the clipboard (R2).</summary>
public class EditorHostileTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const int Chunk = 25;

    /// <summary>Of the corpus's HTML one in so many; all of it takes minutes.</summary>
    private const int OneIn = 15;

    [Fact]
    public Task What_is_pasted_neither_runs_nor_stays() => Chromium.WalkAsync(async browser =>
    {
        Assert.SkipWhen(Paths.Corpus is null, "the corpus (shared/corpus) is not on this machine");
        var payloads = File.ReadLines(Path.Combine(Paths.Corpus!, "hostile", "payloads.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(line => line.GetProperty("category").GetString() is "html" or "xss").Where((_, n) => n % OneIn == 0).Select(line => line.GetProperty("payload").GetString()!).ToList();
        payloads.Count.ShouldBeGreaterThan(300);
        var desk = await WritingDesk.OpenAsync(demo.Site, browser, 4);
        var foreign = new ConcurrentQueue<string>();
        desk.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(demo.Site.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Enqueue(request.Url);
            }
        };
        await desk.Page.EvaluateAsync("() => { for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.ran = true; }; }");
        var address = desk.Page.Url;

        foreach (var part in payloads.Chunk(Chunk))
        {
            await desk.WriteAnewAsync("");
            foreach (var payload in part)
            {
                await desk.PasteAsync(payload, "texte");
            }

            Wrong(await desk.BodyAsync()).ShouldBeEmpty();
        }

        (await desk.Page.EvaluateAsync<bool>("() => window.ran === true")).ShouldBeFalse();
        desk.Page.Url.ShouldBe(address);
        foreign.ShouldBeEmpty();
        await desk.WriteAnewAsync("Rien de tout cela.");
        await desk.SavedAsync();
    });

    /// <summary>What a browser might run or fetch.</summary>
    private static IEnumerable<string> Wrong(string body) => new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + body).Body!.QuerySelectorAll("*")
        .Where(element => element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "svg" or "math" or "form" or "input" or "link" or "meta" or "base"
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style" || IsRun(attribute.Value)))
        .Select(element => element.OuterHtml);

    private static bool IsRun(string value) =>
        value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || value.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
