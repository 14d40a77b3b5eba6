using System.IO.MemoryMappedFiles;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// What a process let go over the point of no return, in a file of the data folder that outlives the process: the same
/// memory as the kernel's. The ledger knows that a mail was about to leave; only this knows whether it did, when the
/// process was killed in between (docs/decisions/0009). Held under lock while its process lives.
/// </summary>
public sealed class LeavingJournal : IDisposable
{
    /// <summary>The claims that a process took, and the deliveries that it let go, both in rings: what is older is closed long since.</summary>
    private const int Claims = 4096;
    private const int Deliveries = 64 * 1024;
    private const int IdBytes = 16;
    private const string Ending = ".leaving";

    private readonly FileStream _file;
    private readonly string _path;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private bool _isKept;
    private int _claims = -1;
    private int _deliveries = -1;

    private LeavingJournal(FileStream file, string path)
    {
        (_file, _path) = (file, path);
        _map = MemoryMappedFile.CreateFromFile(file, null, (Claims + Deliveries) * IdBytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor();
    }

    /// <param name="data">The data folder.</param>
    public static LeavingJournal Begin(string data)
    {
        // A file is there before it is locked: it gets the name by which others look for what died only when it is.
        var path = Path.Combine(Folder(data), $"{Guid.CreateVersion7():N}{Ending}");
        var file = new FileStream(path + ".new", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Move(file.Name, path);
        return new(file, path);
    }

    /// <summary>Journals of processes that died. The caller disposes each, and so removes it, when its rows are settled.</summary>
    public static IEnumerable<LeavingJournal> Left(string data)
    {
        foreach (var path in Directory.EnumerateFiles(Folder(data), "*" + Ending))
        {
            if (TryOpen(path) is { } journal)
            {
                yield return journal;
            }
        }
    }

    /// <summary>Says before rows are taken that they will be this process's.</summary>
    public void Claim(Guid claim) => Write((int)((uint)Interlocked.Increment(ref _claims) % Claims), claim);

    /// <summary>The delivery leaves now: the very next step is the system call that sends its last line.</summary>
    public void Leave(Guid delivery) => Write(Claims + (int)((uint)Interlocked.Increment(ref _deliveries) % Deliveries), delivery);

    public IReadOnlySet<Guid> ReadClaims() => Read(0, Claims);

    public IReadOnlySet<Guid> ReadLeft() => Read(Claims, Deliveries);

    /// <summary>The database is away: whoever posts next settles by it what this process could not write.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Its rows are settled.</summary>
    public void Forget() => _isKept = false;

    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
        if (!_isKept)
        {
            File.Delete(_path);
        }

        _file.Dispose();
    }

    private static string Folder(string data) => Directory.CreateDirectory(Path.Combine(data, "posting")).FullName;

    /// <summary>Null: its process lives, or another settles it already.</summary>
    private static LeavingJournal? TryOpen(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return File.Exists(path) ? new LeavingJournal(file, path) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Write(int slot, Guid id) => _view.Write((long)slot * IdBytes, ref id);

    private HashSet<Guid> Read(int first, int count)
    {
        var ids = new Guid[count];
        _view.ReadArray((long)first * IdBytes, ids, 0, count);
        var read = ids.ToHashSet();
        read.Remove(Guid.Empty);
        return read;
    }
}
