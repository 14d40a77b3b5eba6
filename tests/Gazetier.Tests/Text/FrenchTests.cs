using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

/// <summary>In the tables ␣ stands for the no-break space U+00A0 and ⍽ for the narrow one, U+202F.</summary>
public class FrenchTests
{
    [Theory]
    // High punctuation: a space is made no-break, or put in.
    [InlineData("Quoi ! Comment ? Oui ; non : voilà.", "Quoi⍽! Comment⍽? Oui⍽; non␣: voilà.")]
    [InlineData("Quoi! Comment? Oui; non: voilà.", "Quoi⍽! Comment⍽? Oui⍽; non␣: voilà.")]
    [InlineData("Quoi  ?", "Quoi⍽?")]
    [InlineData("Quoi␣? Quoi⍽?", "Quoi␣? Quoi⍽?")]
    [InlineData("Vraiment ?! Ah !!! Non?!", "Vraiment⍽?! Ah⍽!!! Non⍽?!")]
    [InlineData("(Qui ?) (Qui?)", "(Qui⍽?) (Qui⍽?)")]
    [InlineData("La loi (1884): un rappel", "La loi (1884)␣: un rappel")]
    [InlineData("Ils disent \"oui\"!", "Ils disent \"oui\"⍽!")]
    [InlineData("Le débat… ? Le débat…?", "Le débat…⍽? Le débat…⍽?")]
    [InlineData("Une ligne\n! ! seul", "Une ligne\n!⍽! seul")]
    [InlineData("R&D; 3 < 4 ; a<b>c", "R&D⍽; 3 < 4⍽; a<b>c")]
    // What only looks like punctuation.
    [InlineData("Voir https://exemple.fr/a?b=c;d : ici", "Voir https://exemple.fr/a?b=c;d␣: ici")]
    [InlineData("Voir https://exemple.fr/l'eau... www.exemple.fr! ftp://x?", "Voir https://exemple.fr/l'eau... www.exemple.fr! ftp://x?")]
    [InlineData("«www.exemple.fr» (https://exemple.fr)", "«␣www.exemple.fr␣» (https://exemple.fr)")]
    [InlineData("Écrire à nom@exemple.fr; mailto:o'neil@exemple.fr!", "Écrire à nom@exemple.fr; mailto:o'neil@exemple.fr!")]
    [InlineData("À 12:30, score 3:2, std::sort, clef:valeur", "À 12:30, score 3:2, std::sort, clef:valeur")]
    [InlineData("C:\\Temp\\a.txt: budget.pdf! mon_fichier; /etc/hosts: ../...", "C:\\Temp\\a.txt: budget.pdf! mon_fichier; /etc/hosts: ../...")]
    [InlineData("Bien :) ;-) :D :'( :/ :smile: fin:)", "Bien :) ;-) :D :'( :/ :smile: fin:)")]
    [InlineData("! au début, a != b, x := y", "! au début, a != b, x := y")]
    // Quotation marks.
    [InlineData("« mot » «mot» «␣mot␣»", "«␣mot␣» «␣mot␣» «␣mot␣»")]
    [InlineData("«Quoi!» dit-il", "«␣Quoi⍽!␣» dit-il")]
    [InlineData("Il dit : «Non»!", "Il dit␣: «␣Non␣»⍽!")]
    [InlineData("«» «", "«» «")]
    [InlineData("dit \"oui\" et 'non'", "dit \"oui\" et 'non'")]
    // Apostrophes and dots.
    [InlineData("L'eau d'aujourd'hui qu'«on» l'1 %", "L’eau d’aujourd’hui qu’«␣on␣» l’1⍽%")]
    [InlineData("5'30 'seul' rock 'n' roll", "5'30 'seul' rock 'n' roll")]
    [InlineData("Etc... [...] ...suite", "Etc… […] …suite")]
    [InlineData("Hum.... .. 1..2", "Hum.... .. 1..2")]
    // Numbers.
    [InlineData("12 000 et 1 234 567,50 €", "12⍽000 et 1⍽234⍽567,50␣€")]
    [InlineData("en 2024 300 mairies, 01 23 45 67 89", "en 2024 300 mairies, 01 23 45 67 89")]
    [InlineData("3,5 % de 12 € sur 4 km", "3,5⍽% de 12␣€ sur 4␣km")]
    [InlineData("4 km/h, 30 m², 20 °C, 12 M€, 3 millions d'euros", "4␣km/h, 30␣m², 20␣°C, 12␣M€, 3␣millions d’euros")]
    [InlineData("À 8 h 30, article 5 l'emporte, 3 maires", "À 8␣h 30, article 5 l’emporte, 3 maires")]
    [InlineData("100% de 5€", "100% de 5€")]
    // Abbreviations and articles of law.
    [InlineData("n° 467 890, N° 12", "n°␣467⍽890, N°␣12")]
    [InlineData("l'art. L. 2121-29, art. R. 421-1 et p. 12", "l’art.␣L.␣2121-29, art.␣R.␣421-1 et p.␣12")]
    [InlineData("M. le maire, Mme Durand, MM. A et B, S.M. le roi", "M.␣le maire, Mme␣Durand, MM.␣A et B, S.M. le roi")]
    [InlineData("Un sp. 12, une R. Verte", "Un sp. 12, une R. Verte")]
    // Ordinals are a matter of markup.
    [InlineData("Le 1er mai, la 2e fois", "Le 1er mai, la 2e fois")]
    public void A_plain_text_is_set(string typed, string expected) =>
        French.TypesetText(Typed(typed)).ShouldBe(Typed(expected));

    [Theory]
    [InlineData("<p>Quoi ! <strong>Comment</strong> ?</p>", "<p>Quoi⍽! <strong>Comment</strong>⍽?</p>")]
    [InlineData("<strong>mot</strong>! <em>mot !</em>", "<strong>mot</strong>⍽! <em>mot⍽!</em>")]
    [InlineData("«&nbsp;<em>mot</em> »", "«&nbsp;<em>mot</em>␣»")]
    [InlineData("«<em>mot</em>» &laquo;mot&raquo;", "«␣<em>mot</em>␣» &laquo;␣mot␣&raquo;")]
    [InlineData("mot <b> !</b>", "mot<b>⍽!</b>")]
    [InlineData("mot&nbsp;! mot&#160;? mot&#xA0;: mot&#8239;;", "mot&nbsp;! mot&#160;? mot&#xA0;: mot&#8239;;")]
    [InlineData("mot&nbsp; !", "mot&nbsp;!")]
    [InlineData("Pêche &amp; chasse, caf&eacute; ! caf&eacute;! &truc; &lt;b&gt; &copy;", "Pêche &amp; chasse, caf&eacute;⍽! caf&eacute;⍽! &truc; &lt;b&gt; &copy;")]
    [InlineData("l'<em>eau</em>, l&#39;air, l&#x27;or, l&apos;art", "l’<em>eau</em>, l’air, l’or, l’art")]
    [InlineData("<p>mot</p> ! <p>«</p><p>» mot<br> !", "<p>mot</p> ! <p>«</p><p>» mot<br> !")]
    [InlineData("<a href=\"x?a=1;b 'c' : d > e !\" title='l\"art ?'>l'art ?</a>", "<a href=\"x?a=1;b 'c' : d > e !\" title='l\"art ?'>l’art⍽?</a>")]
    [InlineData("<!-- l'art ! > --> l'art !", "<!-- l'art ! > --> l’art⍽!")]
    [InlineData("<code>l'a ! <i>1er</i></code> ! <pre>1er <code>a ?</code> b ?</pre> a ?", "<code>l'a ! <i>1er</i></code>⍽! <pre>1er <code>a ?</code> b ?</pre> a⍽?")]
    [InlineData("<KBD>a !</KBD><samp>b !</samp><code>a <code>b</code> c !</code> <b>d !</b>", "<KBD>a !</KBD><samp>b !</samp><code>a <code>b</code> c !</code> <b>d⍽!</b>")]
    [InlineData("<script>if (a<b) 'x' ; </script><style>a : b ; </style>l'a", "<script>if (a<b) 'x' ; </script><style>a : b ; </style>l’a")]
    [InlineData("1er, 1re, 2e, 21e, 1ers, 2nde", "1<sup>er</sup>, 1<sup>re</sup>, 2<sup>e</sup>, 21<sup>e</sup>, 1<sup>ers</sup>, 2<sup>nde</sup>")]
    [InlineData("1er/1re, 19e-20e, (2e) l'1er", "1<sup>er</sup>/1<sup>re</sup>, 19<sup>e</sup>-20<sup>e</sup>, (2<sup>e</sup>) l’1<sup>er</sup>")]
    [InlineData("1<sup>er</sup> 2<b>e</b> 1e5 a2e 3.2e 2en 2er 0x1e 7d3c-123e-45 12345e", "1<sup>er</sup> 2<b>e</b> 1e5 a2e 3.2e 2en 2er 0x1e 7d3c-123e-45 12345e")]
    [InlineData("12 <b>000</b> <i>n°</i> 4 <em>km</em>", "12⍽<b>000</b> <i>n°</i>␣4␣<em>km</em>")]
    [InlineData("a < b ! 3 <4 ! <3 !", "a < b⍽! 3 <4⍽! <3⍽!")]
    [InlineData("<p>l'a <b class=\"l'a !", "<p>l’a <b class=\"l'a !")]
    [InlineData("l'a <!-- l'a ! <p>l'a", "l’a <!-- l'a ! <p>l'a")]
    [InlineData("..<b>.</b> ...<b>.</b>", "..<b>.</b> ...<b>.</b>")]
    public void A_fragment_of_html_is_set(string typed, string expected) =>
        French.Typeset(Typed(typed)).ShouldBe(Typed(expected));

    [Fact]
    public void What_needs_nothing_is_given_back_itself()
    {
        var html = "<p>Rien à faire, ni ici ni <em>là</em>.</p>";
        French.Typeset(html).ShouldBeSameAs(html);
        French.TypesetText("").ShouldBe("");
        French.Typeset("").ShouldBe("");
    }

    [Fact]
    public void Setting_twice_is_setting_once()
    {
        Fragments.Sample(typed => French.Typeset(French.Typeset(typed)) == French.Typeset(typed), iter: 20_000);
        Fragments.Sample(
            typed => French.TypesetText(French.TypesetText(typed)) == French.TypesetText(typed), iter: 20_000);
    }

    [Fact]
    public void Only_spaces_apostrophes_and_dots_ever_change()
    {
        Fragments.Sample(typed => Kept(WithoutRank(French.Typeset(typed))) == Kept(WithoutRank(typed)), iter: 20_000);
        Fragments.Sample(typed => Kept(French.TypesetText(typed)) == Kept(typed), iter: 20_000);
    }

    [Fact]
    public void Any_string_at_all_can_be_set()
    {
        Gen.String.Sample(typed => Kept(WithoutRank(French.Typeset(typed))) == Kept(WithoutRank(typed)));
        Gen.String.Sample(typed => Kept(French.TypesetText(typed)) == Kept(typed));
    }

    // All that stays as typed, tags, entities, letters, digits and marks: all but spaces, apostrophes and dots.
    private static string Kept(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '.' or '…')));

    private static string WithoutRank(string html) => html.Replace("<sup>", "", StringComparison.Ordinal)
        .Replace("</sup>", "", StringComparison.Ordinal).Replace("&#39;", "", StringComparison.Ordinal);

    private static string Typed(string text) => text.Replace('␣', '\u00A0').Replace('⍽', '\u202F');

    private static readonly Gen<string> Fragments = Gen.OneOf(
            " ", " ", " ", "\n", "\u00A0", "\u202F", "!", "?", ";", ":", "«", "»", "'", "’", "\"", ".", "...", "…", ",",
            "-", "/", "\\", "_", "@", "://", "www.", "(", ")", "&", "&nbsp;", "&#39;", "&amp;", "&#160;", "&laquo;",
            "&eacute;", "&x;", "&#32;", "&#128512;", "<", ">", "<b>", "</b>", "<p>", "</p>", "<br>", "<code>",
            "</code>", "<pre>", "</pre>", "<script>", "</script>", "<!--", "-->", "<a href=\"l'a !\">", "<i x='", "<sup>",
            "</sup>", "mot", "L", "e", "er", "1", "2", "12", "000", "n°", "art.", "M.", "p.", "km", "%", "€", "M",
            "é", "e\u0301", "\uD83D", "\uDE00", "\uFFFC", "\0", "😀")
        .Array[0, 12].Select(string.Concat);
}
