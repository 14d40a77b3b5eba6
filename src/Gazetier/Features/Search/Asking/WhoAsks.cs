using Gazetier.Features.Access;
using Gazetier.Features.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gazetier.Features.Search.Asking;

/// <summary>
/// Who asks, and when: of each document of a segment, whether they may read it whole. In withheld texts only these are looked at
/// (docs/decisions/0038): who may not read a text learns nothing of it, neither by what is found nor by how much or in which order.
/// </summary>
internal sealed class WhoAsks
{
    private readonly Rights _rights;
    private readonly DateTime _now;
    private readonly int _minute;
    private readonly bool _hasSingles;

    /// <param name="now">UTC.</param>
    public WhoAsks(Rights rights, DateTime now)
    {
        (_rights, _now, _minute) = (rights, now, SegmentColumns.MinuteOf(now, up: false));
        _hasSingles = rights.Grants.Any(grant => grant.Article != 0);
    }

    /// <summary>UTC, in minutes of the era.</summary>
    public int Minute => _minute;

    public OfSegment Of(SegmentColumns columns) => new(this, columns);

    /// <summary>Only documents that whoever asks may read whole.</summary>
    public Filter MayRead => new Readable(this);

    /// <summary>The answer for one segment: of the few things that its documents ask, each is decided once.</summary>
    public readonly struct OfSegment
    {
        private readonly WhoAsks _who;
        private readonly SegmentColumns _columns;
        private readonly bool[] _opens;

        public OfSegment(WhoAsks who, SegmentColumns columns)
        {
            (_who, _columns) = (who, columns);
            _opens = new bool[byte.MaxValue + 1];
            for (var at = 0; at < columns.Asked.Length; at++)
            {
                _opens[at] = Decision.Of(columns.Asked[at], who._rights, who._now).MayReadAll;
            }
        }

        public bool IsForAll(int doc) =>
            _columns.Asks[doc] < _columns.Asked.Length && _columns.Asked[_columns.Asks[doc]].Requirement.At(null, null, _who._now) == Requirement.None
            || _who._minute < _columns.OpenUntil[doc] || _columns.FreeAt[doc] <= _who._minute;

        public bool MayRead(int doc) =>
            _opens[_columns.Asks[doc]] || _who._minute < _columns.OpenUntil[doc] || _columns.FreeAt[doc] <= _who._minute
            || (_who._hasSingles && _columns.Article[doc] != 0 && _columns.Asks[doc] < _columns.Asked.Length
                && Decision.Of(_columns.Asked[_columns.Asks[doc]] with { Article = _columns.Article[doc] }, _who._rights, _who._now).MayReadAll);
    }

    private sealed class Readable(WhoAsks who) : Filter
    {
        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
            new Matching(context.AtomicReader.MaxDoc, acceptDocs, who.Of(SegmentColumns.Of(context.AtomicReader)));
    }

    private sealed class Matching(int size, IBits accept, OfSegment who) : FieldCacheDocIdSet(size, accept)
    {
        protected override bool MatchDoc(int doc) => who.MayRead(doc);
    }
}
