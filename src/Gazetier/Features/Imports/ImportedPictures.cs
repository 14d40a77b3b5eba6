using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Gazetier.Features.Imports;

/// <summary>
/// The pictures of one import: files in the folder of the imported file, and nowhere else; each is read and kept once.
/// </summary>
internal sealed class ImportedPictures(IServiceScopeFactory scopes, KeepPicture keep, string folder, PictureOrigins origins, bool isDryRun)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Picture>>> _known = new(StringComparer.Ordinal);
    private readonly string _folder = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
    private int _made;

    /// <summary>Pictures that the newspaper did not have.</summary>
    public int Made => _made;

    /// <summary>Keeps one; a picture that cannot be had costs the article nothing but itself.</summary>
    /// <param name="source">Credited where neither the line nor the list of origins names anyone.</param>
    public async Task<FoundPicture> KeepAsync(PictureLine picture, string alternativeText, string? source, CancellationToken cancel)
    {
        if (Locate(picture.Path) is not { } path)
        {
            return new FoundPicture(null, $"l’image {Shown(picture.Path)} manque à côté du fichier importé");
        }

        var description = new PictureDescription(picture.Credit ?? origins.CreditOf(picture.Path, source) ?? source ?? "", alternativeText, picture.Caption);
        try
        {
            var taking = _known.GetOrAdd(path, p => new Lazy<Task<Picture>>(() => Task.Run(() => TakeAsync(p, description, cancel), cancel)));
            return new FoundPicture(await taking.Value, null);
        }
        catch (PictureRefusedException refused)
        {
            return new FoundPicture(null, $"l’image {Shown(picture.Path)} {Said(refused.Reason)}");
        }
        catch (IOException)
        {
            return new FoundPicture(null, $"l’image {Shown(picture.Path)} ne se lit pas");
        }
    }

    /// <summary>Null where it is missing, or lies outside the folder.</summary>
    private string? Locate(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(_folder, path));
        return full.StartsWith(_folder, StringComparison.Ordinal) && File.Exists(full) ? full : null;
    }

    private static string Said(PictureRefusal reason) => reason switch
    {
        PictureRefusal.NoCredit => "n’a pas de crédit",
        PictureRefusal.TooHeavy => "est trop lourde",
        PictureRefusal.TooLarge => "est trop grande",
        PictureRefusal.NotAPicture => "n’est pas une image que nous lisons",
        PictureRefusal.Broken => "est abîmée",
        PictureRefusal.UnsafeDrawing => "est un dessin dangereux",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private async Task<Picture> TakeAsync(string path, PictureDescription description, CancellationToken cancel)
    {
        if (new FileInfo(path).Length > KeepPicture.MaxBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooHeavy, "over the limit");
        }

        var content = await File.ReadAllBytesAsync(path, cancel);
        var isNew = await IsNewAsync(KeepPicture.KeyOf(content), cancel);
        var picture = isDryRun ? Look(content, description) : await keep.RunAsync(content, description, cancel);
        if (isNew)
        {
            Interlocked.Increment(ref _made);
        }

        return picture;
    }

    private async Task<bool> IsNewAsync(string key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<GazetierDb>().Pictures.AnyAsync(p => p.Key == key, cancel);
    }

    private static Picture Look(byte[] content, PictureDescription description)
    {
        var kind = PictureKinds.Sniff(content) ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "not a picture");
        using Image image = PictureReader.Open(content, kind);
        return new Picture
        {
            Key = KeepPicture.KeyOf(content),
            Credit = description.Credit,
            AlternativeText = description.AlternativeText,
            Width = image.Width,
            Height = image.Height,
        };
    }

    private static string Shown(string path) => path.Length > 100 ? path[..100] + "…" : path;
}

/// <param name="Problem">What to report where there is no picture.</param>
internal readonly record struct FoundPicture(Picture? Picture, string? Problem);
