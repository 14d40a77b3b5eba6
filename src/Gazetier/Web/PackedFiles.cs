using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gazetier.Web;

/// <summary>
/// Files as Brotli packs them at its best, once each and kept in memory: 65 ms for the style, which every new reader would have to wait
/// for, and a fifth less to carry than what can be packed while they wait.
/// </summary>
internal sealed class PackedFiles(IFileProvider files) : IFileProvider
{
    private readonly ConcurrentDictionary<string, Packed> _packed = new(StringComparer.Ordinal);

    public IFileInfo GetFileInfo(string subpath)
    {
        var file = files.GetFileInfo(subpath);
        if (!file.Exists || file.IsDirectory)
        {
            return file;
        }

        // One file is one however its address is written, and what was changed takes the place of what it was.
        var name = file.PhysicalPath ?? subpath;
        return _packed.TryGetValue(name, out var packed) && packed.LastModified == file.LastModified ? packed : _packed[name] = new Packed(file);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    private sealed class Packed : IFileInfo
    {
        private readonly byte[] _bytes;

        public Packed(IFileInfo file)
        {
            (Name, LastModified) = (file.Name, file.LastModified);
            using var bytes = new MemoryStream();
            using (var content = file.CreateReadStream())
            using (var pack = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                content.CopyTo(pack);
            }

            _bytes = bytes.ToArray();
        }

        public bool Exists => true;

        public bool IsDirectory => false;

        public long Length => _bytes.Length;

        public string Name { get; }

        public DateTimeOffset LastModified { get; }

        /// <summary>Null: what stands on the disk is not this.</summary>
        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(_bytes, writable: false);
    }
}
