using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Gazetier.Features.Search.Indexing;

/// <summary>
/// One folder with an index in it, open for writing and for asking. What was written is found after <see cref="Refresh"/>; it outlives the
/// process after <see cref="Commit"/>.
/// </summary>
internal sealed class OpenedIndex : IDisposable
{
    private const double MegabytesInMemory = 48;
    private const string LayoutName = "layout";

    private readonly Directory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    /// <summary>Opens it, or makes it where nothing is.</summary>
    /// <exception cref="IOException">It is damaged, of another layout, or somebody else writes into it.</exception>
    public OpenedIndex(string folder)
    {
        Folder = folder;
        _directory = FSDirectory.Open(folder, new OneWriter(folder));
        try
        {
            // The lock first: what another process writes is not read at the moment when its files change, and taken for damaged.
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Documents.Analyzer)
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = MegabytesInMemory,
                Similarity = Likeness,
            });
            if (DirectoryReader.IndexExists(_directory))
            {
                IsOfThisLayout(_directory);
            }

            _searchers = new SearcherManager(_writer, applyAllDeletes: true, new Searchers());
        }
        catch (Exception error)
        {
            _writer?.Dispose(waitForMerges: false);
            _directory.Dispose();
            throw error is IOException ? error : new IOException($"The index in {folder} cannot be opened.", error);
        }
    }

    public string Folder { get; }

    /// <summary>BM25; a long text is held less against what stands in it than a long headline.</summary>
    internal static Similarity Likeness { get; } = new BM25Similarity(1.2f, 0.6f);

    public void Put(Findable found) => _writer.UpdateDocument(new Term(FieldNames.Key, found.Key), Documents.Of(found));

    /// <summary>Into an index where nothing has this key: nothing is looked for first.</summary>
    public void Add(Findable found) => _writer.AddDocument(Documents.Of(found));

    public void Take(string key) => _writer.DeleteDocuments(new Term(FieldNames.Key, key));

    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Commit()
    {
        if (!_writer.HasUncommittedChanges())
        {
            return;
        }

        _writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { [LayoutName] = FieldNames.Layout });
        _writer.Commit();
    }

    /// <summary>Asks the newest state that was made visible.</summary>
    public T Ask<T>(Func<IndexSearcher, T> question)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return question(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Somebody, this process or another, has it open for writing.</summary>
    public static bool IsWritten(string folder)
    {
        using var directory = FSDirectory.Open(folder, new OneWriter(folder));
        return IndexWriter.IsLocked(directory);
    }

    /// <summary>All that is in it whose key has one of these prefixes ("article"), by key, with its version. It costs what they are, not what the index is.</summary>
    public Dictionary<string, long> Versions(IEnumerable<string> prefixes) => Ask(searcher => Versions(searcher.IndexReader, [.. prefixes.Select(prefix => prefix + ":")]));

    /// <summary>The same of what was saved last in a folder, read to its last byte: whoever has it open goes on.</summary>
    /// <exception cref="IOException">It is damaged.</exception>
    public static Dictionary<string, long> SavedVersions(string folder)
    {
        using var directory = FSDirectory.Open(folder);
        using var reader = DirectoryReader.Open(directory);
        foreach (var leaf in reader.Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }

        return Versions(reader, [""]);
    }

    public void Dispose()
    {
        _searchers.Dispose();
        try
        {
            _writer.Dispose(waitForMerges: false);
        }
        catch (IOException)
        {
            // Its folder went away under it: nothing of it can be saved, and nothing has to be.
        }

        _directory.Dispose();
    }

    private static Dictionary<string, long> Versions(IndexReader reader, IReadOnlyList<string> beginnings)
    {
        var all = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves.Where(leaf => leaf.AtomicReader.GetTerms(FieldNames.Key) is not null))
        {
            foreach (var beginning in beginnings)
            {
                AddVersions(all, leaf.AtomicReader, new BytesRef(beginning));
            }
        }

        return all;
    }

    private static void AddVersions(Dictionary<string, long> all, AtomicReader leaf, BytesRef beginning)
    {
        var (keys, versions) = (leaf.GetTerms(FieldNames.Key).GetEnumerator(), leaf.GetNumericDocValues(FieldNames.Version));
        DocsEnum? docs = null;
        for (var isThere = keys.SeekCeil(beginning) != TermsEnum.SeekStatus.END; isThere && StringHelper.StartsWith(keys.Term, beginning); isThere = keys.MoveNext())
        {
            docs = keys.Docs(leaf.LiveDocs, docs, DocsFlags.NONE);
            if (docs.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS)
            {
                all[keys.Term.Utf8ToString()] = versions.Get(doc);
            }
        }
    }

    private static void IsOfThisLayout(Directory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        if (!reader.IndexCommit.UserData.TryGetValue(LayoutName, out var layout) || layout != FieldNames.Layout)
        {
            throw new IOException($"The index is of layout {layout}, not {FieldNames.Layout}.");
        }
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new OpenStatistics(reader) { Similarity = Likeness };
    }
}
