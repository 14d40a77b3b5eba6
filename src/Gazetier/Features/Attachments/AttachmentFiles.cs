using Gazetier.Data;

namespace Gazetier.Features.Attachments;

/// <summary>Where files lie in the data folder: <c>files/ab/abcdef….pdf</c>. They appear whole or not at all: written beside, then renamed.</summary>
public class AttachmentFiles(NewspaperOptions options)
{
    private readonly string _folder = Path.Combine(options.Data, "files");

    public string PathOf(string key, AttachmentKind kind) => Path.Combine(_folder, key[..2], $"{key}.{kind.Extension()}");

    /// <summary>The file of <paramref name="key"/> and what it is; null where there is none. Costs a look at the disk and no query.</summary>
    public (string Path, AttachmentKind Kind)? Find(string key)
    {
        if (key.Length != 32 || !key.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        foreach (var kind in Enum.GetValues<AttachmentKind>())
        {
            if (PathOf(key, kind) is var path && File.Exists(path))
            {
                return (path, kind);
            }
        }

        return null;
    }

    /// <summary>A place for a file that is on its way, on the same disk.</summary>
    public string NewPlace()
    {
        Directory.CreateDirectory(_folder);
        return Path.Combine(_folder, $"{Guid.CreateVersion7():N}.tmp");
    }

    public void Keep(string place, string key, AttachmentKind kind)
    {
        var path = PathOf(key, kind);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(place, path, overwrite: true);
    }

    public void Forget(string key)
    {
        if (Find(key) is { } found)
        {
            File.Delete(found.Path);
        }
    }
}
