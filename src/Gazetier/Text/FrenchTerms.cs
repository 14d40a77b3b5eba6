using System.Text.RegularExpressions;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Gazetier.Text;

/// <summary>
/// A text as search sees it: small letters without accents, French stems, no elided articles, no empty words ("de", "la"). A reference
/// to the law is one term, however it is written: <i>L. 2121-29</i>, <i>L2121-29</i>; <i>n° 467 890</i>, <i>467890</i>; <i>n° 2016-1321</i>, <i>2016-1321</i>.
/// </summary>
public static partial class FrenchTerms
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>For whoever builds an index: a text given to it comes out as <see cref="Of"/> says.</summary>
    public static Analyzer Analyzer { get; } = new Words();

    /// <summary>The terms of a text, in their order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>();
        using var stream = Analyzer.GetTokenStream("", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }

    /// <summary>References become words that the tokenizer leaves whole: "L2121_29", "467890", "2016_1321", "ecli_fr_cechr_2024_467890_20240312".</summary>
    private static string Prepare(string text)
    {
        text = text.Replace('’', '\'');
        if (text.Contains("ecli:", StringComparison.OrdinalIgnoreCase))
        {
            text = EcliNumber.Replace(text, match => match.Value.Replace(':', '_').Replace('.', '_'));
        }

        text = LegalReference.Replace(text, match => string.Concat(" ", match.Groups["code"].Value, match.Groups["number"].Value.Replace('-', '_')));
        return Number.Replace(text, match => " " + Joined(match.Groups["number"].Value));
    }

    /// <summary>A date and a span of years are the numbers that they are made of: who looks for 2024 finds "2024-03-12" and "2023-2024".</summary>
    private static string Joined(string number) =>
        DateOrYears.IsMatch(number) ? number : string.Concat(number.Where(c => !char.IsWhiteSpace(c))).Replace('-', '_');

    /// <summary>"L. 2121-29", "R*421-1", "art. D 1611-1": a letter of a code's part and a number with its parts.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:art(?:icles?|\.)\s*)?(?<code>[LRDA])\s?[.*]?\s?(?<number>\d{1,4}(?:-\d{1,4})+|\d{3,4})(?![\p{L}\d])|(?<![\p{L}\d])(?<code>[lrd])\s?\.?\s?(?<number>\d{1,4}(?:-\d{1,4})+)(?![\p{L}\d])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LegalReference { get; }

    /// <summary>
    /// "n° 467 890", "no 2024-123", and without their "n°" what would otherwise fall apart: "467 890", "2016-1321", "12 000". Blanks between
    /// thousands are ordinary or of no-break kinds, and on one line.
    /// </summary>
    [GeneratedRegex(@"(?<![\p{L}\d_])(?:[nN](?:°|º|o)s?[ \u00A0\u2009\u202F]?(?<number>\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)|\d+(?:-\d+)*)|(?<number>\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)|\d+(?:-\d+)+))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number { get; }

    /// <summary>"2024-03-12", "12-03-2024", "2023-2024".</summary>
    [GeneratedRegex(@"^(?:(?:19|20)\d\d-\d\d?-\d\d?|\d\d?-\d\d?-(?:19|20)\d\d|(?:19|20)\d\d-(?:19|20)\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateOrYears { get; }

    /// <summary>"ECLI:FR:CECHR:2024:467890.20240312": country, court, year and number (Council conclusions 2011/C 127/01).</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])ecli:[a-z]{2}:[a-z0-9]{1,7}:\d{4}:[a-z0-9]+(\.[a-z0-9]+)*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EcliNumber { get; }

    private sealed class Words : Analyzer
    {
        protected override TextReader InitReader(string fieldName, TextReader reader) =>
            // Of nothing, the reader that Lucene lends says nothing at all.
            new StringReader(Prepare(reader.ReadToEnd() ?? ""));

        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var tokenizer = new StandardTokenizer(Version, reader);
            TokenStream words = new LowerCaseFilter(Version, tokenizer);
            words = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
            words = new StopFilter(Version, words, FrenchAnalyzer.DefaultStopSet);
            words = new ASCIIFoldingFilter(words);
            return new TokenStreamComponents(tokenizer, new FrenchLightStemFilter(new KeepNumbers(new CloseGaps(words))));
        }
    }

    /// <summary>Words stand beside each other when only empty ones stand between them: <i>prix de l’eau</i> is a phrase of two terms.</summary>
    private sealed class CloseGaps(TokenStream input) : TokenFilter(input)
    {
        private readonly IPositionIncrementAttribute _position = Attribute<IPositionIncrementAttribute>(input);

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken())
            {
                return false;
            }

            _position.PositionIncrement = 1;
            return true;
        }
    }

    private static T Attribute<T>(TokenStream stream)
        where T : IAttribute => stream.AddAttribute<T>();

    /// <summary>A term with a digit is a reference: a stemmer would take its doubled signs out.</summary>
    private sealed class KeepNumbers(TokenStream input) : TokenFilter(input)
    {
        private readonly ICharTermAttribute _term = Attribute<ICharTermAttribute>(input);
        private readonly IKeywordAttribute _keyword = Attribute<IKeywordAttribute>(input);

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken())
            {
                return false;
            }

            _keyword.IsKeyword = _term.Buffer.AsSpan(0, _term.Length).ContainsAnyInRange('0', '9');
            return true;
        }
    }
}
