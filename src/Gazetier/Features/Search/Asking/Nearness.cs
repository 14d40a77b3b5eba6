using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Puts among the first hits those before, in which the words stand beside each other. (Lucene's own way of it fails where a segment has none.)</summary>
internal static class Nearness
{
    /// <summary>What it is worth that words stand together, beside that they are there.</summary>
    private const float Worth = 0.5f;

    public static IEnumerable<ScoreDoc> Add(IndexSearcher searcher, Query near, IReadOnlyCollection<ScoreDoc> hits)
    {
        var weight = searcher.CreateNormalizedWeight(near);
        foreach (var inLeaf in hits.GroupBy(hit => ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)))
        {
            var leaf = searcher.IndexReader.Leaves[inLeaf.Key];
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            foreach (var hit in inLeaf.Where(_ => scorer is not null).OrderBy(hit => hit.Doc))
            {
                var doc = hit.Doc - leaf.DocBase;
                if ((scorer!.DocID < doc ? scorer.Advance(doc) : scorer.DocID) == doc)
                {
                    hit.Score += Worth * scorer.GetScore();
                }
            }
        }

        return hits.OrderByDescending(hit => hit.Score);
    }
}
