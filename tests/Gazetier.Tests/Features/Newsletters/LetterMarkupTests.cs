using AngleSharp.Html.Parser;
using CsCheck;
using Gazetier.Features.Newsletters;
using Gazetier.Tests.Rules;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

public class LetterMarkupTests
{
    [Fact]
    public void Markdown_becomes_the_few_elements_that_every_mail_program_shows()
    {
        LetterMarkup.Clean("## La semaine\n\nUn **mot** et un [lien](/themes/eau/).\n\n- un\n- deux\n\n![image](/images/x.jpg)")
            .ReplaceLineEndings("").ShouldBe("<h3>La semaine</h3><p>Un <strong>mot</strong> et un <a href=\"/themes/eau/\">lien</a>.</p><ul><li>un</li><li>deux</li></ul>");
    }

    [Fact]
    public void What_leads_nowhere_from_a_mail_or_runs_is_no_link()
    {
        foreach (var href in new[] { "javascript:alert(1)", "#note", "data:text/html,x", "vbscript:x" })
        {
            LetterMarkup.Clean($"[lien]({href}) <a href=\"{href}\">autre</a>").ShouldNotContain("href", customMessage: href);
        }
    }

    [Fact]
    public void In_a_mail_addresses_are_whole_and_in_its_text_they_stand_behind_their_words()
    {
        var clean = LetterMarkup.Clean("Voir [la page](/themes/eau/) & [dehors](https://example.org/a?b=1&c=2).");
        LetterMarkup.ForMail(clean, "https://journal.example").ShouldContain("<a href=\"https://journal.example/themes/eau/\" style=");
        LetterMarkup.ForText(clean, "https://journal.example").ShouldBe("Voir la page (https://journal.example/themes/eau/) & dehors (https://example.org/a?b=1&c=2).");
        LetterMarkup.Sponsored(clean).ShouldContain("<a rel=\"sponsored noopener\" href=\"https://example.org/a?b=1&amp;c=2\">");
    }

    [Fact]
    public void Whatever_is_written_nothing_runs_and_a_second_pass_changes_nothing() =>
        Gen.OneOf(Gen.Int[0, Payloads.All.Count - 1].Select(n => Payloads.All[n]), Gen.String[0, 200]).Array[1, 3].Sample(parts =>
        {
            var clean = LetterMarkup.Clean(string.Join("\n\n", parts));
            var document = new HtmlParser().ParseDocument("<!doctype html><body>" + clean);
            Intact.Running(document).ShouldBeEmpty();
            document.QuerySelectorAll("[id], [class], img, form, input").ShouldBeEmpty();
            Intact.Running(new HtmlParser().ParseDocument(LetterMarkup.ForMail(clean, "http://localhost"))).Where(wrong => !wrong.StartsWith("foreign: <", StringComparison.Ordinal)).ShouldBeEmpty();
            document.Body!.TextContent.ShouldBe(new HtmlParser().ParseDocument("<!doctype html><body>" + LetterMarkup.ForMail(clean, "http://localhost")).Body!.TextContent);
        });
}
