using Gazetier.Features.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>A question as the index takes it.</summary>
internal sealed class QuestionQuery(Question question, KnownHeadings headings, WhoAsks who, IndexReader reader)
{
    /// <summary>Terms shorter than this are not guessed at.</summary>
    private const int ShortestGuessed = 5;

    private const float OfGuess = 0.4f;
    private const float OfHeading = 1.6f;
    private const float Tie = 0.25f;

    /// <summary>Where words are looked for, and what it is worth that they stand there.</summary>
    private static readonly (string Field, float Worth)[] Places =
    [
        (FieldNames.Title, 2.6f), (FieldNames.References, 2f), (FieldNames.Kicker, 1.1f), (FieldNames.Summary, 1.5f), (FieldNames.Open, 1f),
    ];

    private readonly Filter _mayRead = who.MayRead;
    private readonly Dictionary<string, HashSet<string>> _guessed = new(StringComparer.Ordinal);

    /// <summary>Whether what is like a word that stands nowhere is looked for.</summary>
    public bool Guesses { get; init; } = true;

    /// <summary>Terms that stand nowhere as they are written, each with those like it that were looked for.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Guessed => _guessed;

    /// <param name="isGenerous">A part of the words is enough.</param>
    public Query Build(bool isGenerous)
    {
        _guessed.Clear();
        var all = new BooleanQuery();
        var wanted = question.Wanted.Where(part => !part.IsExact && !part.InTitle).ToList();
        var named = Named(wanted);
        var loose = new BooleanQuery();
        for (var at = 0; at < wanted.Count; at++)
        {
            loose.Add(Of(wanted[at], named[at], mayGuess: true), Occur.SHOULD);
        }

        loose.MinimumNumberShouldMatch = Least(wanted.Count, isGenerous);
        if (wanted.Count > 0)
        {
            all.Add(loose, Occur.MUST);
        }

        foreach (var part in question.Wanted.Where(part => part.IsExact || part.InTitle))
        {
            all.Add(Of(part, [], mayGuess: false), Occur.MUST);
        }

        if (question.Wanted.Count == 0)
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var part in question.Unwanted)
        {
            all.Add(Of(part, [], mayGuess: false), Occur.MUST_NOT);
        }

        return all;
    }

    /// <summary>What makes one of the first hits better than another: words that stand beside each other. Null: nothing to compare by.</summary>
    public Query? Nearness()
    {
        var terms = question.Wanted.Where(part => !part.IsExact && !part.InTitle).SelectMany(part => part.Alternatives[0]).ToList();
        if (terms.Count < 2)
        {
            return null;
        }

        var near = new BooleanQuery();
        foreach (var (field, worth) in Places)
        {
            for (var at = 0; at + 1 < terms.Count; at++)
            {
                near.Add(Phrase(field, [terms[at], terms[at + 1]], slop: 2, worth), Occur.SHOULD);
            }
        }

        return near;
    }

    /// <summary>How many of so many words must be found: all of two, most of more.</summary>
    internal static int Least(int words, bool isGenerous) => isGenerous ? Math.Max(1, words / 2) : words <= 2 ? words : (int)Math.Ceiling(words * 0.7);

    private List<List<Heading>> Named(List<Part> parts)
    {
        var named = parts.ConvertAll(_ => new List<Heading>());
        var terms = parts.ConvertAll(part => part.Alternatives[0].Count == 1 ? part.Alternatives[0][0] : "");
        for (var at = 0; at < parts.Count; at++)
        {
            foreach (var heading in headings.NamedAt(terms, at).Take(8))
            {
                var length = heading.Terms[0] == terms[at] ? heading.Terms.Count : 1;
                for (var n = at; n < Math.Min(at + length, parts.Count); n++)
                {
                    named[n].Add(heading);
                }
            }
        }

        return named;
    }

    private DisjunctionMaxQuery Of(Part part, List<Heading> named, bool mayGuess)
    {
        var any = new DisjunctionMaxQuery(Tie);
        for (var n = 0; n < part.Alternatives.Count; n++)
        {
            AddRun(any, part.Alternatives[n], part.InTitle, n == 0 ? 1f : 0.8f);
        }

        foreach (var heading in named)
        {
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(FieldNames.In, FieldNames.OfList(heading.Id)))) { Boost = OfHeading });
        }

        if (mayGuess && Guesses && part.Alternatives is [[var term]] && named.Count == 0 && IsUnknown(term))
        {
            Guess(any, term);
        }

        return any;
    }

    private void AddRun(DisjunctionMaxQuery any, IReadOnlyList<string> run, bool inTitle, float share)
    {
        foreach (var (field, worth) in inTitle ? Places[..1] : Places)
        {
            any.Add(Run(field, run, worth * share));
        }

        if (!inTitle)
        {
            any.Add(new FilteredQuery(Run(FieldNames.Withheld, run, share), _mayRead) { Boost = share });
        }
    }

    private static Query Run(string field, IReadOnlyList<string> run, float worth) =>
        run.Count == 1 ? new TermQuery(new Term(field, run[0])) { Boost = worth } : Phrase(field, run, slop: 0, worth);

    private static PhraseQuery Phrase(string field, IReadOnlyList<string> run, int slop, float worth)
    {
        var phrase = new PhraseQuery { Slop = slop, Boost = worth };
        foreach (var term in run)
        {
            phrase.Add(new Term(field, term));
        }

        return phrase;
    }

    /// <summary>In what whoever asks may read: whether a word stands in any other text is not told by what is guessed.</summary>
    private bool IsUnknown(string term) =>
        term.Length >= ShortestGuessed && !term.Any(char.IsAsciiDigit) && FieldNames.ForAll.All(field => reader.DocFreq(new Term(field, term)) == 0)
        && !reader.Leaves.Any(leaf => StandsInReadable(leaf.AtomicReader, term));

    private bool StandsInReadable(AtomicReader leaf, string term)
    {
        if (leaf.GetTermDocsEnum(new Term(FieldNames.Withheld, term)) is not { } docs)
        {
            return false;
        }

        var whoHere = who.Of(SegmentColumns.Of(leaf));
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            if (whoHere.MayRead(doc))
            {
                return true;
            }
        }

        return false;
    }

    private void Guess(DisjunctionMaxQuery any, string term)
    {
        var found = new HashSet<Term>();
        foreach (var (field, worth) in Places)
        {
            var alike = new FuzzyQuery(new Term(field, term), maxEdits: 1, prefixLength: 0, maxExpansions: 12, transpositions: true) { Boost = worth * OfGuess }.Rewrite(reader);
            alike.ExtractTerms(found);
            any.Add(alike);
        }

        _guessed[term] = found.Select(one => one.Text).ToHashSet(StringComparer.Ordinal);
    }
}
