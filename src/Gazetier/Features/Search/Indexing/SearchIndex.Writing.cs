using System.Diagnostics;
using System.Globalization;

namespace Gazetier.Features.Search.Indexing;

/// <summary>How the index is opened, filled and mended. Whoever comes here holds the one lock of those who write.</summary>
public sealed partial class SearchIndex
{
    /// <summary>Opens the newest that is whole; makes one where there is none.</summary>
    private async Task OpenAsync(CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(_root);
        foreach (var left in System.IO.Directory.EnumerateDirectories(_root).Where(folder => !IsFinished(folder) && IsOld(folder) && !OpenedIndex.IsWritten(folder)).ToList())
        {
            Remove(left);
        }

        foreach (var folder in System.IO.Directory.EnumerateDirectories(_root).OrderByDescending(f => f, StringComparer.Ordinal).Where(IsFinished))
        {
            try
            {
                _open = new OpenedIndex(folder);
                break;
            }
            catch (Lucene.Net.Store.LockObtainFailedException)
            {
                // Another process on the same folder writes it; this one makes its own.
            }
            catch (IOException error)
            {
                IsWrong(log, error);
                Remove(folder);
            }
        }

        if (_open is null)
        {
            await RebuildLockedAsync(cancel);
        }
        else
        {
            await WriteAllTouchedAsync(_open, cancel);
        }
    }

    private async Task RebuildLockedAsync(CancellationToken cancel)
    {
        var (before, started, meanwhile) = (_open, Stopwatch.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal));
        _isDamaged = false;
        var folder = Path.Combine(_root, Guid.CreateVersion7().ToString("N"));
        var built = new OpenedIndex(folder);
        try
        {
            // Where nothing answers yet, what is there already is found.
            _open = before is not null && System.IO.Directory.Exists(before.Folder) ? before : built;
            _isComplete = false;
            await ReconcileAsync(built, prefixes: null, cancel, isNew: true, () => WriteMeanwhileAsync(before, meanwhile, cancel));
            await WriteAsync(built, meanwhile, cancel);
            built.Commit();
            File.WriteAllText(Path.Combine(folder, "finished"), "");
        }
        catch
        {
            (_open, _isDamaged) = (before, before is not null);
            Touch(meanwhile);
            built.Dispose();
            Remove(folder);
            throw;
        }

        _open = built;
        IsWhole();
        Made(log, Count, Stopwatch.GetElapsedTime(started));
        if (before is not null)
        {
            // Who asked it a moment ago reads on: the files stay until the last lets go of them.
            before.Dispose();
            Remove(before.Folder);
        }
    }

    /// <summary>What is withdrawn while another is made is not found for a moment longer in the one that answers.</summary>
    private async Task WriteMeanwhileAsync(OpenedIndex? before, HashSet<string> meanwhile, CancellationToken cancel)
    {
        var tags = TakeTouched();
        meanwhile.UnionWith(tags);
        if (before is null || tags.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(before, tags, cancel);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // It is made anew because it is broken: what can be done with it no more needs not be done.
        }
    }

    private void Touch(IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            _touched.Enqueue(tag);
        }
    }

    private HashSet<string> TakeTouched()
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        while (_touched.TryDequeue(out var tag))
        {
            tags.Add(tag);
        }

        return tags;
    }

    /// <summary>Writes what the log told of; of tags that name no single thing, all of their feature is compared.</summary>
    private async Task WriteTouchedAsync(OpenedIndex index, CancellationToken cancel)
    {
        var tags = TakeTouched();
        try
        {
            await WriteAsync(index, tags, cancel);
            IsWhole();
        }
        catch
        {
            // The database is away, say: what was touched is still to be written.
            Touch(tags);
            throw;
        }
    }

    private Task WriteAllTouchedAsync(OpenedIndex index, CancellationToken cancel)
    {
        _touched.Enqueue(Changes.ChangeLog.Everything);
        return WriteTouchedAsync(index, cancel);
    }

    private async Task WriteAsync(OpenedIndex index, IReadOnlyCollection<string> tags, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (keys, whole) = (new Dictionary<IFindables, HashSet<string>>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var findables in scope.ServiceProvider.GetServices<IFindables>())
        {
            var touched = keys[findables] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tag in tags)
            {
                if (tag == Changes.ChangeLog.Everything || (tag == TimeTag && findables.ChangesWithTime) || findables.TouchedBy(tag) is { Count: 0 })
                {
                    whole.Add(findables.Prefix);
                }
                else if (findables.TouchedBy(tag) is { } some)
                {
                    touched.UnionWith(some);
                }
            }
        }

        foreach (var (findables, touched) in keys.Where(one => one.Value.Count > 0 && !whole.Contains(one.Key.Prefix)))
        {
            await PutAsync(index, findables, touched, isNew: false, cancel);
        }

        if (whole.Count > 0)
        {
            await ReconcileAsync(index, whole, cancel);
        }

        index.Refresh();
    }

    /// <param name="between">Done between two lots of what is written.</param>
    private async Task ReconcileAsync(OpenedIndex index, HashSet<string>? prefixes, CancellationToken cancel, bool isNew = false, Func<Task>? between = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = scope.ServiceProvider.GetServices<IFindables>().Where(f => prefixes?.Contains(f.Prefix) != false).ToList();
        var held = index.Versions(all.Select(findables => findables.Prefix));
        foreach (var findables in all)
        {
            var differences = Compare(held, findables.Prefix, await findables.VersionsAsync(cancel));
            foreach (var key in differences.Gone)
            {
                index.Take(key);
            }

            await PutAsync(index, findables, differences.Outdated, isNew: false, cancel);
            await PutAsync(index, findables, differences.Missing, isNew, cancel, between);
            index.Refresh();
        }
    }

    private static IndexDifferences Compare(Dictionary<string, long> held, string prefix, IReadOnlyDictionary<string, long> wanted) => new(
        [.. wanted.Keys.Where(key => !held.ContainsKey(key))],
        [.. wanted.Where(one => held.TryGetValue(one.Key, out var version) && version != one.Value).Select(one => one.Key)],
        [.. held.Keys.Where(key => key.StartsWith(prefix + ":", StringComparison.Ordinal) && !wanted.ContainsKey(key))]);

    private static async Task PutAsync(OpenedIndex index, IFindables findables, IReadOnlyCollection<string> keys, bool isNew, CancellationToken cancel, Func<Task>? between = null)
    {
        foreach (var some in keys.Chunk(Batch))
        {
            var found = await findables.ReadAsync(some, cancel);
            foreach (var key in isNew ? [] : some.Except(found.Select(f => f.Key), StringComparer.Ordinal))
            {
                index.Take(key);
            }

            // Analysis is what costs, and the writer takes from several hands.
            Parallel.ForEach(found, new ParallelOptions { CancellationToken = cancel }, isNew ? index.Add : index.Put);
            await (between?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>False for one that somebody stopped while it was made, or that another process is at.</summary>
    private static bool IsFinished(string folder) => File.Exists(Path.Combine(folder, "finished"));

    /// <summary>Its name begins with the millisecond at which it was begun (a UUID of version 7): another process may be about to lock it.</summary>
    private static bool IsOld(string folder) =>
        Path.GetFileName(folder) is { Length: >= 12 } name
        && long.TryParse(name.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var begun)
        && TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - begun > 60_000;

    private void IsWhole()
    {
        if (!_isComplete)
        {
            _isComplete = true;
            pages.Drop([WholeTag]);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // It is gone already, or somebody still reads it.
        }
    }
}
