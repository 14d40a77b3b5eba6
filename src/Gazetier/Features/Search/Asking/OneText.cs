using Gazetier.Features.Access;
using Gazetier.Features.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gazetier.Features.Search.Asking;

/// <summary>
/// One text in an index of its own, in memory, to be asked what readers follow: what finds it on the page of results finds it here, for it
/// is the same question (docs/decisions/0038). Only what is like a word, and a part of the words, is not looked for: that depends on the other texts.
/// </summary>
public sealed class OneText : IDisposable
{
    /// <summary>Numbers of its two documents: what all may see, and all of it.</summary>
    private const int Open = 0;
    private const int Whole = 1;

    private readonly KnownHeadings _headings;
    private readonly WhoAsks _who;
    private readonly RAMDirectory _memory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    /// <param name="now">UTC.</param>
    public OneText(Findable found, KnownHeadings headings, DateTime now)
    {
        (_headings, _who) = (headings, new WhoAsks(Rights.None, now));
        using (var writer = new IndexWriter(_memory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Documents.Analyzer)))
        {
            writer.AddDocument(Documents.Of(found with { Withheld = "" }));
            writer.AddDocument(Documents.Of(found with { Open = found.Open + "\n" + found.Withheld, Withheld = "" }));
        }

        _reader = DirectoryReader.Open(_memory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>What a question is narrowed to, looked up once for all texts that it is put to. Days and what a reader may read are not looked at.</summary>
    public static Filter Narrow(Question question, KnownHeadings headings) =>
        AskIndex.Narrow(question.Narrowing with { From = null, To = null, Access = null }, headings, TimeZoneInfo.Utc, out _);

    /// <summary>Whether what all may see answers it, and whether the whole text does.</summary>
    /// <param name="narrow">From <see cref="Narrow"/>.</param>
    public (bool Open, bool Whole) Answers(Question question, Filter narrow)
    {
        var query = new QuestionQuery(question, _headings, _who, _reader) { Guesses = false };
        var found = _searcher.Search(query.Build(isGenerous: false), narrow, 2).ScoreDocs;
        return (found.Any(hit => hit.Doc == Open), found.Any(hit => hit.Doc == Whole));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _memory.Dispose();
    }
}
