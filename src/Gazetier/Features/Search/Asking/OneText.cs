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

    /// <summary>Whether what all may see answers it, and whether the whole text does. Days and what a reader may read are not looked at.</summary>
    public (bool Open, bool Whole) Answers(Question question)
    {
        var narrow = AskIndex.Narrow(question.Narrowing, _headings, TimeZoneInfo.Utc, out _);
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
