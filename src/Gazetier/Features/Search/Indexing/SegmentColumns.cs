using System.Runtime.CompilerServices;
using Gazetier.Features.Access;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gazetier.Features.Search.Indexing;

/// <summary>
/// What is needed of each document of a segment whenever it is found (its age, its end, its facets, what it asks), as arrays: read once
/// when the segment is first asked, so that counting facets of a hundred thousand hits is counting in memory.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private SegmentColumns(AtomicReader reader)
    {
        var size = reader.MaxDoc;
        At = Minutes(reader.GetNumericDocValues(FieldNames.At), size, up: false);
        Until = Minutes(reader.GetNumericDocValues(FieldNames.Until), size, up: false);
        OpenUntil = Minutes(reader.GetNumericDocValues(FieldNames.OpenUntil), size, up: false);
        FreeAt = Minutes(reader.GetNumericDocValues(FieldNames.FreeAt), size, up: true);
        Article = new long[size];
        Asks = new byte[size];
        var (articles, asks) = (reader.GetNumericDocValues(FieldNames.Article), reader.GetSortedDocValues(FieldNames.Asks));
        for (var doc = 0; doc < size; doc++)
        {
            Article[doc] = articles.Get(doc);
            // There are as many as there are sets of products that articles ask for: beyond the last, all is as shut as can be.
            Asks[doc] = (byte)Math.Min(asks.GetOrd(doc), byte.MaxValue);
        }

        Asked = [.. Enumerable.Range(0, Math.Min(asks.ValueCount, byte.MaxValue)).Select(ord => Documents.ReadAsks(Term(bytes => asks.LookupOrd(ord, bytes))))];
        (FacetNames, FacetStart, Facets) = ReadFacets(reader, size);
    }

    /// <summary>Minutes of the era, rounded so that nothing is open longer than it is.</summary>
    public int[] At { get; }

    public int[] Until { get; }

    public int[] OpenUntil { get; }

    public int[] FreeAt { get; }

    /// <summary>The number of the article whose text it is; 0: of none.</summary>
    public long[] Article { get; }

    /// <summary>Places in <see cref="Asked"/>.</summary>
    public byte[] Asks { get; }

    public Asked[] Asked { get; }

    public string[] FacetNames { get; }

    /// <summary>Of each document, where its facets begin in <see cref="Facets"/>; one more at the end.</summary>
    public int[] FacetStart { get; }

    public int[] Facets { get; }

    public static SegmentColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    public static int MinuteOf(DateTime at, bool up) => (int)((at.Ticks + (up ? TimeSpan.TicksPerMinute - 1 : 0)) / TimeSpan.TicksPerMinute);

    private static int[] Minutes(NumericDocValues values, int size, bool up)
    {
        var minutes = new int[size];
        for (var doc = 0; doc < size; doc++)
        {
            minutes[doc] = (int)Math.Min((values.Get(doc) + (up ? TimeSpan.TicksPerMinute - 1 : 0)) / TimeSpan.TicksPerMinute, int.MaxValue);
        }

        return minutes;
    }

    private static (string[] Names, int[] Start, int[] Facets) ReadFacets(AtomicReader reader, int size)
    {
        var values = reader.GetSortedSetDocValues(FieldNames.In);
        var (start, facets) = (new int[size + 1], new List<int>(size * 4));
        for (var doc = 0; doc < size; doc++)
        {
            start[doc] = facets.Count;
            values.SetDocument(doc);
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
            {
                facets.Add((int)ord);
            }
        }

        start[size] = facets.Count;
        return ([.. Enumerable.Range(0, (int)values.ValueCount).Select(ord => Term(bytes => values.LookupOrd(ord, bytes)))], start, [.. facets]);
    }

    private static string Term(Action<BytesRef> look)
    {
        var bytes = new BytesRef();
        look(bytes);
        return bytes.Utf8ToString();
    }
}
