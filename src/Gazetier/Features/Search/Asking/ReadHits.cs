using Gazetier.Features.Access;
using Gazetier.Features.Search.Indexing;
using Gazetier.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Reads what the index keeps of hits, as one reader may see it.</summary>
internal sealed class ReadHits(IndexSearcher searcher, Question question, WhoAsks who)
{
    private readonly Snippets _snippets = new(question.Terms().ToHashSet(StringComparer.Ordinal));

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
