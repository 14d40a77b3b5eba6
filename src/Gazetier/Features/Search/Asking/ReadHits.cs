using Gazetier.Features.Access;
using Gazetier.Features.Search.Indexing;
using Gazetier.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Reads what the index keeps of hits, as one reader may see it.</summary>
/// <param name="guessed">What was looked for in the place of words that stand nowhere: it is marked as they are.</param>
internal sealed class ReadHits(IndexSearcher searcher, Question question, IReadOnlyDictionary<string, HashSet<string>> guessed, WhoAsks who)
{
    /// <summary>Words that are told of one that stands nowhere.</summary>
    private const int MostTold = 3;

    private static readonly char[] Apostrophes = ['\'', '’'];

    private readonly Snippets _snippets = new(question.Terms().Concat(guessed.Values.SelectMany(terms => terms)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Words that stand nowhere as they were typed, with what stands in the hits in their place.</summary>
    public IReadOnlyList<Guess> Guesses(IReadOnlyList<Hit> hits)
    {
        var marked = guessed.Count == 0 ? [] : hits.SelectMany(hit => hit.Title.Concat(hit.Snippet)).Where(piece => piece.IsFound).Select(piece => piece.Text).Distinct(StringComparer.Ordinal).ToList();
        return [.. guessed.Select(one => new Guess(Typed(one.Key), Standing(marked, one.Value)))];
    }

    private string Typed(string term) =>
        question.Written.Split([' ', '"', '«', '»', '“', '”', '-', .. Apostrophes], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => FrenchTerms.Of(word) is [var one] && one == term) ?? term;

    /// <summary>Of words with one stem the first is enough.</summary>
    private static List<string> Standing(List<string> marked, HashSet<string> terms) =>
    [
        .. marked.SelectMany(text => text.Split([' ', '-', '\u00A0', '\u202F', .. Apostrophes], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => (Word: word.ToLowerInvariant(), Term: FrenchTerms.Of(word) is [var one] ? one : ""))
            .Where(word => terms.Contains(word.Term)).DistinctBy(word => word.Term).Take(MostTold).Select(word => word.Word),
    ];

    public Hit Read(ScoreDoc hit)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
        var columns = SegmentColumns.Of(leaf.AtomicReader);
        var (doc, at) = (searcher.Doc(hit.Doc), hit.Doc - leaf.DocBase);
        var whoHere = who.Of(columns);
        var mayRead = whoHere.MayRead(at);
        return new Hit(
            doc.Said(FieldNames.Key),
            (FoundKind)doc.GetField(FieldNames.Kind).GetInt32Value()!.Value,
            doc.Said(FieldNames.Path),
            doc.Said(FieldNames.Kicker),
            _snippets.Mark(French.TypesetText(doc.Said(FieldNames.Title))),
            SnippetOf(doc, mayRead),
            new DateTime(doc.GetField(FieldNames.At).GetInt64Value()!.Value, DateTimeKind.Utc),
            whoHere.IsForAll(at) ? Requirement.None : columns.Asked[Math.Min(columns.Asks[at], columns.Asked.Length - 1)].Requirement,
            mayRead);
    }

    /// <summary>Where the words stand in what may be read; the summary before any other where it holds them. Else what the text says of itself.</summary>
    private IReadOnlyList<SnippetPiece> SnippetOf(Document doc, bool mayRead)
    {
        var (summary, open) = (doc.Said(FieldNames.Summary), doc.Said(FieldNames.Open));
        string[] texts = [Holds(summary) ? summary : "", open, mayRead ? doc.Said(FieldNames.Withheld) : "", summary];
        return texts.Select(_snippets.Of).FirstOrDefault(found => found.Count > 0)
            ?? [new SnippetPiece(French.TypesetText(Plain.Shorten(summary.Length > 0 ? summary : open, Snippets.Length)), false)];
    }

    /// <summary>Two of the words, or the only one.</summary>
    private bool Holds(string summary) => _snippets.Terms > 0 && _snippets.Count(summary) >= Math.Min(2, _snippets.Terms);
}
