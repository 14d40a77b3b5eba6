using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class MediaBodyTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private const string Video =
        "<figure class=\"video\"><video controls=\"\" poster=\"/images/" + Key + "/960.jpg\" preload=\"metadata\" src=\"/fichiers/" + Key + "/film.mp4\">"
        + "<track kind=\"captions\" label=\"Français\" src=\"/fichiers/" + Key + "/film.vtt\" srclang=\"fr\"></video>\n<figcaption>Le maire, <em>mardi</em>.</figcaption>\n"
        + "<details class=\"transcript\">\n<summary>Transcription</summary>\n<p>Bonjour à tous.</p>\n<p>Merci.</p>\n</details>\n</figure>";

    [Fact]
    public void A_film_of_ours_passes_with_its_captions_and_transcript()
    {
        Sanitised(Video).ShouldBe(Video);
        Words.CountHtml(Body.Sanitise(Video)).ShouldBe(8, "the words of a transcript count");
    }

    [Theory]
    [InlineData("<figure class=audio><audio src=/fichiers/k/son.mp3 autoplay loop onplay=x></audio></figure>", "<figure class=\"audio\"><audio controls=\"\" preload=\"none\" src=\"/fichiers/k/son.mp3\"></audio></figure>")]
    [InlineData("<figure><video><source src=/fichiers/k/film.mp4 type=video/mp4>repli</video></figure>", "<figure class=\"video\"><video controls=\"\" preload=\"metadata\" src=\"/fichiers/k/film.mp4\"></video></figure>")]
    [InlineData("<figure class=video><video src=https://a.fr/film.mp4></video><figcaption>L</figcaption></figure>", "<p>L</p>")]
    [InlineData("<figure class=video><video src=/fichiers/../film.mp4></video></figure>", "")]
    [InlineData("<video src=/fichiers/k/film.mp4></video>", "")]
    [InlineData("<figure><video src=/fichiers/k/f.mp4 poster=https://a.fr/b.jpg><track src=https://a.fr/a.vtt><track src=/fichiers/k/a.vtt srclang='\"' ></video></figure>", "<figure class=\"video\"><video controls=\"\" preload=\"metadata\" src=\"/fichiers/k/f.mp4\"></video></figure>")]
    [InlineData("<details><summary>a</summary>b</details>", "<p>a</p>\n<p>b</p>")]
    public void Only_our_own_files_are_played(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Fact]
    public void A_transcript_holds_text_and_has_a_name()
    {
        var body = CleanHtml.Parse(Sanitised("<figure class=audio><div><audio src=/fichiers/k/s.mp3></audio></div><div><details open><h2>T</h2><table><tr><td>a<td>b<tr><td>1<td>2</table><ul><li>c</ul></details></div></figure>"));
        var transcript = body.QuerySelector("figure.audio > details.transcript")!;
        transcript.Children[0].OuterHtml.ShouldBe("<summary>Transcription</summary>");
        transcript.QuerySelectorAll("h2, table").ShouldBeEmpty();
        transcript.QuerySelectorAll("li").Length.ShouldBe(1);
        body.Children.Length.ShouldBe(1, "nothing of it is said twice");
    }

    [Theory]
    [InlineData("<p class=document><a href=/fichiers/k/a.pdf onclick=x>Le <b>rapport</b></a> (PDF)</p>", "<p class=\"document\"><a href=\"/fichiers/k/a.pdf\">Le <strong>rapport</strong></a> (PDF)</p>")]
    [InlineData("<p class=document><a href=https://a.fr/a.pdf>x</a></p>", "<p><a href=\"https://a.fr/a.pdf\" rel=\"noopener\">x</a></p>")]
    [InlineData("<p class=document>rien</p>", "<p>rien</p>")]
    [InlineData("<p class=document><a href=/fichiers/k/a.pdf></a></p>", "")]
    public void A_document_is_a_link_to_a_file_of_ours(string html, string clean) => Sanitised(html).ShouldBe(clean);

    [Fact]
    public void The_cut_never_falls_inside_a_film()
    {
        var body = Body.Sanitise("<p>" + string.Concat(Enumerable.Repeat("Un mot de plus ici. ", 4)) + "</p>"
            + "<figure class=audio><audio src=/fichiers/k/s.mp3></audio><details><summary>Lire</summary>" + string.Concat(Enumerable.Repeat("<p>Une phrase de la transcription.</p>", 40)) + "</details></figure>");
        var cut = Cut.Of(body, 0.3);
        (cut.Open.Contains("<audio", StringComparison.Ordinal) ^ cut.Withheld.Contains("<audio", StringComparison.Ordinal)).ShouldBeTrue();
        foreach (var half in (string[])[cut.Open, cut.Withheld])
        {
            CleanHtml.Parse(half).QuerySelectorAll("details").Length.ShouldBe(half.Contains("<audio", StringComparison.Ordinal) ? 1 : 0);
        }
    }

    private static string Sanitised(string html)
    {
        var clean = Body.Sanitise(html);
        clean.ShouldBeClean(html);
        return clean;
    }
}
