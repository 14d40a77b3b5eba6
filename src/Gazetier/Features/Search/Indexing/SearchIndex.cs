using System.Collections.Concurrent;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Web;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Indexing;

/// <summary>
/// The index of this node (docs/decisions/0038): a copy of what readers may find, made to be searched. It can always be made again from
/// the database, and is when it is gone, damaged or of another layout; until then what is there already is found.
/// </summary>
public sealed partial class SearchIndex(IServiceScopeFactory scopes, NewspaperOptions options, PageCache pages, ILogger<SearchIndex> log) : IFollowChanges, IDisposable
{
    /// <summary>Of a change log line: every node makes its index anew.</summary>
    public const string RebuildTag = "search-rebuild";

    /// <summary>Of a page that was made while the index was not whole.</summary>
    public const string WholeTag = "index-whole";

    /// <summary>Findables that are read from the database at a time.</summary>
    private const int Batch = 200;

    private readonly string _root = Path.Combine(options.Data, "search");
    private const string TimeTag = "*time";
    private readonly ConcurrentQueue<string> _touched = new();
    private readonly SemaphoreSlim _oneWrites = new(1, 1);
    private readonly SemaphoreSlim _bell = new(0, 1);
    private volatile OpenedIndex? _open;
    private volatile bool _isComplete;
    private volatile bool _isDamaged;

    /// <summary>False: it is being made; what is asked now may not be found though it is there.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>How many things can be found now.</summary>
    public int Count => Ask<object>(searcher => searcher.IndexReader.NumDocs) as int? ?? 0;

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            _isDamaged |= change.Tags == RebuildTag;
            // Before it is opened nothing has to be noted: all of it is compared then.
            Touch(_open is null ? [] : change.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        Ring();
        return Task.CompletedTask;
    }

    /// <summary>What changes with time alone is looked at again, by the next <see cref="CatchUpAsync"/>.</summary>
    public void PassTime() => Touch([TimeTag]);

    /// <summary>Waits until something may have to be written.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _bell.WaitAsync(atMost, cancel);

    /// <summary>Asks it. Null: there is none yet, or it was found damaged; another is being made.</summary>
    internal T? Ask<T>(Func<IndexSearcher, T> question)
        where T : class
    {
        var index = _open;
        try
        {
            return index?.Ask(question);
        }
        catch (ObjectDisposedException) when (!ReferenceEquals(index, _open))
        {
            // Another took its place at this very moment.
            return Ask(question);
        }
        catch (Exception error) when (error is IOException or IndexOutOfRangeException)
        {
            // What it holds is a copy: whatever is wrong with it, it is made again.
            IsWrong(log, error);
            _isDamaged = true;
            Ring();
            return null;
        }
    }

    /// <summary>
    /// Brings it to what the database says: opens it at first, then writes what the change log touched. What somebody else would
    /// have to wait for is done by one at a time.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await _oneWrites.WaitAsync(cancel);
        try
        {
            if (_open is null)
            {
                await OpenAsync(cancel);
            }
            else if (_isDamaged || !System.IO.Directory.Exists(_open.Folder))
            {
                await RebuildLockedAsync(cancel);
            }
            else if (!_touched.IsEmpty || !_isComplete)
            {
                await WriteTouchedAsync(_open, cancel);
            }
        }
        finally
        {
            _oneWrites.Release();
        }
    }

    /// <summary>Compares what was saved last with the database, whoever writes it meanwhile. Null: there is no index.</summary>
    /// <exception cref="IOException">It is damaged.</exception>
    public async Task<IndexDifferences?> CompareSavedAsync(CancellationToken cancel)
    {
        if (!System.IO.Directory.Exists(_root) || System.IO.Directory.EnumerateDirectories(_root).Where(IsFinished).Max() is not { } newest)
        {
            return null;
        }

        var held = OpenedIndex.SavedVersions(newest);
        await using var scope = scopes.CreateAsyncScope();
        var (missing, outdated, gone) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var findables in scope.ServiceProvider.GetServices<IFindables>())
        {
            var differences = Compare(held, findables.Prefix, await findables.VersionsAsync(cancel));
            missing.AddRange(differences.Missing);
            outdated.AddRange(differences.Outdated);
            gone.AddRange(differences.Gone);
        }

        return new IndexDifferences(missing, outdated, gone);
    }

    /// <summary>Reads every byte of it, in the background of a start; what is damaged is made anew.</summary>
    public void Verify() => Ask(searcher =>
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }

        return "";
    });

    /// <summary>What was written is made to outlive the process.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await _oneWrites.WaitAsync(cancel);
        try
        {
            _open?.Commit();
        }
        finally
        {
            _oneWrites.Release();
        }
    }

    public void Dispose()
    {
        _open?.Dispose();
        _oneWrites.Dispose();
        _bell.Dispose();
    }

    private void Ring()
    {
        if (_bell.CurrentCount == 0)
        {
            try
            {
                _bell.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else rang at the same moment.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index is damaged and is made anew from the database")]
    private static partial void IsWrong(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index was made of {Count} findables in {Elapsed}")]
    private static partial void Made(ILogger log, int count, TimeSpan elapsed);
}

/// <summary>Where the index and the database say something else.</summary>
/// <param name="Missing">Readers may find it, and the index does not know it.</param>
/// <param name="Outdated">It is in both, not as it is now.</param>
/// <param name="Gone">The index has it, and readers may not find it any more.</param>
public sealed record IndexDifferences(IReadOnlyList<string> Missing, IReadOnlyList<string> Outdated, IReadOnlyList<string> Gone)
{
    public int Count => Missing.Count + Outdated.Count + Gone.Count;

    public IEnumerable<string> All => Missing.Concat(Outdated).Concat(Gone);
}
