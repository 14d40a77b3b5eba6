using Gazetier.Features.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Takes what matches: counts it by facet, and keeps the first hits, by likeness and freshness or by date. Ends by itself when it takes too long.</summary>
internal sealed class Gather : ICollector
{
    /// <summary>Of the likeness of something very old; of something new it is one.</summary>
    private const double LeastFreshness = 0.75;

    /// <summary>After so many minutes half of what freshness may add is gone: two years.</summary>
    private const double HalfLife = 2 * 365.25 * 24 * 60;

    private const int LooksAtClockEach = 4096;

    private readonly WhoAsks _who;
    private readonly Openness? _openness;
    private readonly bool _byDate;
    private readonly int _most;
    private readonly long _endsAt;
    private readonly PriorityQueue<int, (double Score, int Later)> _first = new();
    private readonly Dictionary<string, int> _facets = new(StringComparer.Ordinal);
    private readonly int[] _years;
    private readonly int[] _ofYear;
    private Scorer _scorer = null!;
    private SegmentColumns _columns = null!;
    private WhoAsks.OfSegment _whoHere;
    private int[] _counts = [];
    private int _base;
    private int _seen;

    /// <param name="most">Hits that are kept.</param>
    /// <param name="years">When years begin, as <see cref="YearStarts"/> has them; empty: they are not counted.</param>
    public Gather(WhoAsks who, Openness? openness, bool byDate, int most, TimeSpan atMost, int[] years)
    {
        (_who, _openness, _byDate, _most, _years) = (who, openness, byDate, most, years);
        _ofYear = new int[years.Length];
        _endsAt = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
    }

    public int Total { get; private set; }

    /// <summary>Of all that matches, what anybody may read.</summary>
    public int ForAll { get; private set; }

    /// <summary>Of all that matches, what whoever asks may read.</summary>
    public int ForMe { get; private set; }

    /// <summary>It was not looked at to its end.</summary>
    public bool IsCut { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        Sum();
        _base = context.DocBase;
        _columns = SegmentColumns.Of(context.AtomicReader);
        _whoHere = _who.Of(_columns);
        _counts = new int[_columns.FacetNames.Length];
    }

    public void Collect(int doc)
    {
        if ((++_seen % LooksAtClockEach == 0 && Environment.TickCount64 > _endsAt) || IsCut)
        {
            IsCut = true;
            throw new TookTooLongException();
        }

        if (_columns.Until[doc] <= _who.Minute)
        {
            return;
        }

        var (isForAll, isForMe) = (_whoHere.IsForAll(doc), _whoHere.MayRead(doc));
        if ((_openness == Openness.ForAll && !isForAll) || (_openness == Openness.ForMe && !isForMe))
        {
            return;
        }

        Total++;
        ForAll += isForAll ? 1 : 0;
        ForMe += isForMe ? 1 : 0;
        for (var at = _columns.FacetStart[doc]; at < _columns.FacetStart[doc + 1]; at++)
        {
            _counts[_columns.Facets[at]]++;
        }

        CountYear(_columns.At[doc]);
        Keep(doc);
    }

    /// <summary>The first hits, the best first.</summary>
    public ScoreDoc[] First()
    {
        var hits = new ScoreDoc[_first.Count];
        for (var at = hits.Length - 1; at >= 0; at--)
        {
            _first.TryDequeue(out var doc, out var rank);
            hits[at] = new ScoreDoc(doc, (float)rank.Score);
        }

        return hits;
    }

    /// <summary>How many of all that matches have each facet.</summary>
    public IReadOnlyDictionary<string, int> Facets()
    {
        Sum();
        return _facets;
    }

    /// <summary>How many of all that matches are of each year that has any; the newest first.</summary>
    public IReadOnlyList<YearCount> Years() =>
        [.. Enumerable.Range(0, _ofYear.Length).Reverse().Where(at => _ofYear[at] > 0).Select(at => new YearCount(YearStarts.First + at, _ofYear[at]))];

    private void CountYear(int minute)
    {
        var at = Array.BinarySearch(_years, minute);
        at = at < 0 ? ~at - 1 : at;
        if (at >= 0)
        {
            _ofYear[at]++;
        }
    }

    private void Keep(int doc)
    {
        var score = _byDate ? _columns.At[doc] : _scorer.GetScore() * Freshness(_columns.At[doc]);
        // Of one minute the last comes first; of what is equally like, the first.
        var rank = (score, _byDate ? _base + doc : -(_base + doc));
        if (_first.Count < _most)
        {
            _first.Enqueue(_base + doc, rank);
        }
        else if (_first.TryPeek(out _, out var least) && rank.CompareTo(least) > 0)
        {
            _first.DequeueEnqueue(_base + doc, rank);
        }
    }

    private double Freshness(int at) => LeastFreshness + ((1 - LeastFreshness) * Math.Pow(0.5, Math.Max(0, _who.Minute - at) / HalfLife));

    private void Sum()
    {
        for (var at = 0; at < _counts.Length; at++)
        {
            if (_counts[at] > 0)
            {
                _facets[_columns.FacetNames[at]] = _facets.GetValueOrDefault(_columns.FacetNames[at]) + _counts[at];
            }
        }

        _counts = [];
    }
}

/// <summary>What matches is more than may be looked at in the time there is.</summary>
internal sealed class TookTooLongException : Exception;
