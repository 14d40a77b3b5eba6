using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace Gazetier.Features.Search.Indexing;

/// <summary>
/// One process writes the index of a folder. Lucene.NET's own locks let a second one in on Linux, where both hold the file together: what one
/// merged away the other still wrote. A file that is shared with nobody is held by one alone, and let go of by the system when its process dies.
/// </summary>
internal sealed class OneWriter(string folder) : LockFactory
{
    public override Lock MakeLock(string lockName) => new HeldFile(Path.Combine(folder, lockName));

    /// <summary>Who holds it lets go of it; nobody takes it away.</summary>
    public override void ClearLock(string lockName)
    {
    }

    private sealed class HeldFile(string path) : Lock
    {
        private FileStream? _held;

        public override bool Obtain()
        {
            if (_held is not null)
            {
                return false;
            }

            try
            {
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                _held = Open(FileMode.OpenOrCreate);
                return true;
            }
            catch (IOException error)
            {
                FailureReason = error;
                return false;
            }
        }

        public override bool IsLocked()
        {
            try
            {
                using var open = _held is null ? Open(FileMode.Open) : null;
                return open is null;
            }
            catch (FileNotFoundException)
            {
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }

        protected override void Dispose(bool disposing)
        {
            _held?.Dispose();
            _held = null;
        }

        private FileStream Open(FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None);
    }
}
