using Gazetier.Data;

namespace Gazetier.Features.Pictures;

/// <summary>Where pictures lie in the data folder. Files appear whole or not at all: written beside, then renamed.</summary>
public class PictureFiles(NewspaperOptions options)
{
    private static readonly string[] Extensions = ["jpg", "png"];

    /// <summary>Where the original of <paramref name="key"/> goes: <c>pictures/ab/abcdef….jpg</c>.</summary>
    public string OriginalPath(string key, string extension) =>
        Path.Combine(options.Data, "pictures", key[..2], $"{key}.{extension}");

    /// <summary>The kept original, or null where it is missing.</summary>
    public string? FindOriginal(string key) =>
        Array.ConvertAll(Extensions, extension => OriginalPath(key, extension)).FirstOrDefault(File.Exists);

    /// <summary><c>renditions/{key}/{width}.{extension}</c>.</summary>
    public string PathOf(Rendition rendition) =>
        Path.Combine(options.Data, "renditions", rendition.Key, rendition.FileName);

    /// <summary>Renditions are made anew from now on: what their files say of the picture has changed.</summary>
    public void ForgetRenditions(string key)
    {
        var folder = Path.Combine(options.Data, "renditions", key);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // None was made yet.
        }
    }

    /// <summary>The picture is gone: its original and all renditions.</summary>
    public void Forget(string key)
    {
        if (FindOriginal(key) is { } original)
        {
            File.Delete(original);
        }

        ForgetRenditions(key);
    }

    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancel);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
