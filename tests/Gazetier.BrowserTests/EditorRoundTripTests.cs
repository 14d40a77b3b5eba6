using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A body that is opened and saved without a change is the body that it was.</summary>
public class EditorRoundTripTests
{
    private const int BodiesAtATime = 20;

    [Fact]
    public Task Bodies_of_the_demonstration_come_out_as_they_went_in() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        await CompareAsync(site, browser, 46);
    });

    [Fact]
    public async Task Bodies_of_the_corpus_come_out_as_they_went_in()
    {
        Assert.SkipWhen(Tests.Paths.Corpus is null, "the corpus (shared/corpus) is not on this machine");
        await using var site = await LiveSite.OpenAsync(withDemo: false);
        await site.WithAsync<ImportArticles, ImportReport>(import =>
            import.RunAsync(Path.Combine(Tests.Paths.Corpus!, "articles.jsonl"), new ImportOptions(Requirement.None), null, CancellationToken.None));
        await Chromium.WalkAsync(browser => CompareAsync(site, browser, 486));
    }

    [Fact]
    public Task Films_documents_and_charts_come_out_as_they_went_in() => Chromium.WalkAsync(async browser =>
    {
        const string film = "<figure class=\"video\"><video controls=\"\" src=\"/fichiers/a.mp4\" poster=\"/images/a.jpg\"><track kind=\"captions\" label=\"Français\" src=\"/fichiers/a.vtt\" srclang=\"fr\"></video>"
            + "<figcaption>Le film</figcaption>\n<details class=\"transcript\"><summary>Transcription</summary>\n<p>Bonjour.</p></details></figure>";
        const string sound = "<figure class=\"audio\"><audio controls=\"\" src=\"/fichiers/a.mp3\"></audio></figure>";
        const string document = "<p class=\"document\"><a href=\"/fichiers/a.pdf\">Le rapport</a> (PDF, 2 Mo)</p>";
        const string table = "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><th scope=\"row\">1</th><td>2</td></tr></tbody></table>";
        const string chart = "<figure class=\"chart\" data-kind=\"bars\"><figcaption>Budget</figcaption>\n" + table + "</figure>";
        // The server draws, and lays the table in a region that scrolls.
        const string drawn = "<figure class=\"chart\" data-kind=\"bars\"><picture><img alt=\"x\" src=\"/graphiques/a.svg\"></picture><figcaption>Budget</figcaption><div class=\"table\" tabindex=\"0\">" + table + "</div></figure>";
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        foreach (var (before, after) in new[] { (film, film), (sound, sound), (document, document), (chart, chart), (drawn, chart) })
        {
            (await desk.RewrittenAsync([before]))[0][0].ShouldBe(after);
        }
    });

    [Fact]
    public Task Captions_and_transcripts_stand_after_a_save_as_the_server_kept_them() => Chromium.WalkAsync(async browser =>
    {
        const string shelf = "/fichiers/0123456789abcdef0123456789abcdef/";
        const string captions = "<track kind=captions label=Français src=" + shelf + "film.vtt srclang=fr><track kind=subtitles label=\"English &amp; more\" src=" + shelf + "en.vtt srclang=en-GB>";
        string[] sent =
        [
            "<figure class=video id=film><video src=" + shelf + "film.mp4>" + captions + "</video><figcaption>Le maire, <em>mardi</em>.</figcaption>"
                + "<details><summary>Lire ce qui est <strong>dit</strong></summary><p>Bonjour.</p><ul><li>Un</li><li>Deux</li></ul><blockquote><p>Cité.</p></blockquote></details></figure>",
            // Without a caption; and of a sound.
            "<figure class=video><video src=" + shelf + "film.mp4>" + captions + "</video><details><summary>Transcription</summary><p>Bonjour.</p></details></figure>",
            "<figure class=audio><audio src=" + shelf + "son.mp3></audio><figcaption>Le conseil</figcaption><details><summary>Transcription</summary><p>Bonjour <a href=\"/1/a/\">à tous</a>.</p></details></figure>",
            // The transcript is a document, or stands elsewhere.
            "<figure class=audio><audio src=" + shelf + "son.mp3></audio><figcaption>Le conseil. <a href=" + shelf + "dit.pdf>Transcription</a></figcaption></figure>",
            // Between others, and in a box.
            "<p>Avant.</p><aside class=box><h2>Voir</h2><figure class=video><video src=" + shelf + "film.mp4>" + captions + "</video><figcaption>L</figcaption><details><summary>T</summary><p>Dit.</p></details></figure></aside><p>Après.</p>",
        ];
        await using var site = await LiveSite.OpenAsync();
        var desk = await WritingDesk.OpenAsync(site, browser);
        foreach (var kept in sent.Select(html => Body.Sanitise(html)))
        {
            kept.ShouldContain("/fichiers/");
            Body.Sanitise((await desk.RewrittenAsync([kept]))[0][0]).ShouldBe(kept);
        }
    });

    private static async Task CompareAsync(LiveSite site, IBrowser browser, int count)
    {
        var articles = await site.WithAsync<GazetierDb, List<Article>>(db => db.Articles.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
        articles.Count.ShouldBeGreaterThanOrEqualTo(count);
        var desk = await WritingDesk.OpenAsync(site, browser, articles[0].Id);
        var wrong = new List<string>();
        foreach (var some in articles.Chunk(BodiesAtATime))
        {
            var answers = await desk.RewrittenAsync([.. some.Select(a => a.Body)]);
            foreach (var (article, answer) in some.Zip(answers))
            {
                var rewritten = Body.Sanitise(answer[0]);
                if (rewritten != article.Body && !Lines(rewritten).SequenceEqual(Lines(article.Body), StringComparer.Ordinal))
                {
                    wrong.Add($"{article.Id} {article.Headline}: {FirstDifference(article.Body, rewritten)}");
                }

                if (Cut.Of(article.Body).PercentWithheld.ToString(System.Globalization.CultureInfo.InvariantCulture) != answer[1])
                {
                    wrong.Add($"{article.Id} {article.Headline}: {Cut.Of(article.Body).PercentWithheld} % are withheld, the desk says {answer[1]}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>
    /// The body as blocks and texts, each text with all that is said of it: where two marks cover the same words, it does not matter which
    /// stands outside.
    /// </summary>
    private static List<string> Lines(string html)
    {
        var lines = new List<string>();
        Walk(new HtmlParser().ParseDocument(html).Body!, "", [], lines);
        return lines;
    }

    private static void Walk(INode node, string block, List<string> marks, List<string> lines)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element)
            {
                var said = element.Clone(deep: false) is IElement bare ? bare.OuterHtml : "";
                var isMark = element.LocalName is "a" or "strong" or "em" or "s" or "code" or "sup" or "sub" or "cite" or "q" or "abbr" or "span";
                lines.AddRange(isMark ? [] : [$"{block} {said}"]);
                Walk(child, isMark ? block : $"{block}>{element.LocalName}", isMark ? [.. marks, said] : marks, lines);
            }
            else if (child.TextContent.Trim('\n').Length > 0)
            {
                var key = $"{block} [{string.Join(' ', marks.Order(StringComparer.Ordinal))}] ";
                var before = lines.Count > 0 && lines[^1].StartsWith(key, StringComparison.Ordinal);
                lines.Add(before ? lines[^1] + child.TextContent : key + child.TextContent);
                lines.RemoveRange(before ? lines.Count - 2 : lines.Count - 1, before ? 1 : 0);
            }
        }
    }

    private static string FirstDifference(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 60);
        return $"…{before[from..Math.Min(before.Length, at + 80)]}… became …{after[from..Math.Min(after.Length, at + 80)]}…";
    }
}
