using Gazetier.Features.Search.Indexing;
using Gazetier.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Completes what somebody is typing: names of headings first, then headlines. Made of what all may read alone.</summary>
public sealed class Suggest(SearchIndex index, HeadingNames headings, TimeProvider clock)
{
    private const int MostNames = 4;
    private const int Most = 8;
    private const int ShortestTyped = 2;
    private const int MostWords = 6;

    public async Task<IReadOnlyList<string>> ForAsync(string? typed, CancellationToken cancel)
    {
        var words = Heading.WordsOf(Printable.Line(typed is { Length: > 100 } ? typed[..100] : typed ?? "")).TakeLast(MostWords).ToArray();
        if (words.Sum(word => word.Length) < ShortestTyped)
        {
            return [];
        }

        var names = (await headings.AllAsync(cancel)).All.Where(h => h.HasWordsThatBegin(words)).OrderBy(h => h.Folded.Length).Take(MostNames).Select(h => h.Name);
        return [.. names.Concat(index.Ask(searcher => Titles(searcher, words)) ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    private List<string> Titles(IndexSearcher searcher, string[] words)
    {
        var all = new BooleanQuery();
        foreach (var word in words[..^1])
        {
            all.Add(new TermQuery(new Term(FieldNames.Typed, word)), Occur.MUST);
        }

        all.Add(new PrefixQuery(new Term(FieldNames.Typed, words[^1])), Occur.MUST);
        var now = SegmentColumns.MinuteOf(clock.GetUtcNow().UtcDateTime, up: false);
        return
        [
            .. searcher.Search(all, 3 * Most, new Sort(new SortField(FieldNames.At, SortFieldType.INT64, reverse: true))).ScoreDocs
                .Where(hit => IsNow(searcher, hit.Doc, now)).Take(Most).Select(hit => French.TypesetText(searcher.Doc(hit.Doc).Said(FieldNames.Title))),
        ];
    }

    private static bool IsNow(IndexSearcher searcher, int doc, int now)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(doc, searcher.IndexReader.Leaves)];
        return SegmentColumns.Of(leaf.AtomicReader).Until[doc - leaf.DocBase] > now;
    }
}
