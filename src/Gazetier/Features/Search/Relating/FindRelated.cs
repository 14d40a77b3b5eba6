using Gazetier.Features.Access;
using Gazetier.Features.Search.Asking;
using Gazetier.Features.Search.Indexing;
using Gazetier.Text;
using Gazetier.Web;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Relating;

/// <summary>
/// What a reader of an article would want next: of the same matter and not the same text, of its dossiers first, fresh before old, and
/// before all what this reader may read. Likeness is told by what all may read of both.
/// </summary>
public sealed class FindRelated(SearchIndex index, HeadingNames headings, TimeProvider clock)
{
    /// <summary>Of a page that was made while the index was not whole: it is made anew when it is.</summary>
    public const string Tag = SearchIndex.WholeTag;

    /// <summary>Words of the article that others are looked for by: those that tell it from others best.</summary>
    private const int MostTerms = 24;

    /// <summary>Signs of its text that are looked at: what it is about is said at its beginning.</summary>
    private const int LooksAt = 6_000;

    /// <summary>Hits among which is chosen.</summary>
    private const int Candidates = 16;

    /// <summary>Two texts that share so much of their runs of words are one, told twice.</summary>
    private const double TheSame = 0.4;

    /// <summary>What may be read whole comes before what is that much more alike.</summary>
    private const float OfUnreadable = 0.7f;

    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(500);

    /// <returns>Numbers of articles, the best first; null: the index does not know this one yet.</returns>
    public async Task<IReadOnlyList<long>?> ForAsync(HttpContext context, long article, int most, CancellationToken cancel)
    {
        var known = await headings.AllAsync(cancel);
        var who = new WhoAsks(context.Reader().Rights, clock.GetUtcNow().UtcDateTime);
        if (!index.IsComplete)
        {
            context.Tags().Add(Tag);
        }

        return index.Ask<List<long>>(searcher => Find(searcher, FindableKeys.Of("article", article), known, who, most)!);
    }

    private static List<long>? Find(IndexSearcher searcher, string key, KnownHeadings known, WhoAsks who, int most)
    {
        var itself = searcher.Search(new TermQuery(new Term(FieldNames.Key, key)), 1).ScoreDocs;
        if (itself.Length == 0)
        {
            return null;
        }

        var article = searcher.Doc(itself[0].Doc);
        var gather = new Gather(who, null, byDate: false, Candidates, AtMost, years: []);
        try
        {
            searcher.Search(LikeThis(searcher, itself[0].Doc, article, known), new QueryWrapperFilter(new TermQuery(new Term(FieldNames.In, FieldNames.OfKind(FoundKind.Article)))), gather);
        }
        catch (TookTooLongException)
        {
            // What was seen until then is good enough.
        }

        var taken = new List<(long Number, HashSet<long> Runs)> { (0, RunsOf(article)) };
        foreach (var hit in gather.First().OrderByDescending(hit => hit.Score * (MayRead(searcher, hit.Doc, who) ? 1 : OfUnreadable)))
        {
            var other = searcher.Doc(hit.Doc);
            var runs = RunsOf(other);
            if (hit.Doc != itself[0].Doc && !taken.Exists(one => Share(one.Runs, runs) > TheSame))
            {
                taken.Add((FindableKeys.Numbers([other.Said(FieldNames.Key)])[0], runs));
            }

            if (taken.Count > most)
            {
                break;
            }
        }

        return [.. taken.Skip(1).Select(one => one.Number)];
    }

    private static BooleanQuery LikeThis(IndexSearcher searcher, int doc, Document article, KnownHeadings known)
    {
        var any = new BooleanQuery();
        foreach (var (term, weight) in Telling(searcher.IndexReader, article))
        {
            any.Add(new TermQuery(new Term(FieldNames.Title, term)) { Boost = 1.6f * weight }, Occur.SHOULD);
            any.Add(new TermQuery(new Term(FieldNames.Summary, term)) { Boost = weight }, Occur.SHOULD);
            any.Add(new TermQuery(new Term(FieldNames.Open, term)) { Boost = weight }, Occur.SHOULD);
        }

        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(doc, searcher.IndexReader.Leaves)];
        var columns = SegmentColumns.Of(leaf.AtomicReader);
        for (var at = columns.FacetStart[doc - leaf.DocBase]; at < columns.FacetStart[doc - leaf.DocBase + 1]; at++)
        {
            var facet = columns.FacetNames[columns.Facets[at]];
            var worth = Guid.TryParse(facet.AsSpan(2), out var list) ? known.OfId(list)?.Kind switch { HeadingKind.Dossier => 12f, HeadingKind.Theme => 3f, HeadingKind.Place => 1f, _ => 0f } : 0f;
            if (worth > 0)
            {
                any.Add(new ConstantScoreQuery(new TermQuery(new Term(FieldNames.In, facet))) { Boost = worth }, Occur.SHOULD);
            }
        }

        return any;
    }

    /// <summary>The words that tell the article from others, the best of them with a weight of one.</summary>
    private static List<(string Term, float Weight)> Telling(IndexReader reader, Document article)
    {
        var all = Math.Max(1, reader.NumDocs);
        var weighed = TermsOf(article).CountBy(term => term).Where(one => one.Key.Length > 2)
            .Select(one => (one.Key, Weight: (1 + Math.Log(one.Value)) * Math.Log(1 + (all / (1.0 + reader.DocFreq(new Term(FieldNames.Open, one.Key)))))))
            .OrderByDescending(one => one.Weight).Take(MostTerms).ToList();
        return weighed.ConvertAll(one => (one.Key, (float)(one.Weight / weighed[0].Weight)));
    }

    /// <summary>Words of the title and the summary count more than once.</summary>
    private static IEnumerable<string> TermsOf(Document article)
    {
        var (title, summary, open) = (article.Said(FieldNames.Title), article.Said(FieldNames.Summary), article.Said(FieldNames.Open));
        return FrenchTerms.Of(title + "\n" + title + "\n" + title + "\n" + summary + "\n" + summary + "\n" + (open.Length > LooksAt ? open[..LooksAt] : open));
    }

    private static HashSet<long> RunsOf(Document article)
    {
        var open = article.Said(FieldNames.Open);
        var terms = FrenchTerms.Of(article.Said(FieldNames.Title) + "\n" + article.Said(FieldNames.Summary) + "\n" + (open.Length > LooksAt ? open[..LooksAt] : open));
        return [.. Enumerable.Range(0, Math.Max(0, terms.Count - 2)).Select(at => TermRuns.KeyOf([terms[at], terms[at + 1], terms[at + 2]]))];
    }

    /// <summary>Of the shorter of two texts, how much stands in the other.</summary>
    private static double Share(HashSet<long> one, HashSet<long> other)
    {
        var (less, more) = one.Count < other.Count ? (one, other) : (other, one);
        return less.Count == 0 ? 0 : less.Count(more.Contains) / (double)less.Count;
    }

    private static bool MayRead(IndexSearcher searcher, int doc, WhoAsks who)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(doc, searcher.IndexReader.Leaves)];
        return who.Of(SegmentColumns.Of(leaf.AtomicReader)).MayRead(doc - leaf.DocBase);
    }
}
