using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// Pictures at the widths that screens ask for, made on the first request and kept. Many requests for one make it once;
/// as many are made at a time as there are cores; beyond <see cref="MaxWaiting"/> in the queue, a request is sent away.
/// </summary>
public class Renditions(IServiceScopeFactory scopes, PictureFiles files, IMeterFactory meters)
{
    /// <summary>Renditions that may wait to be made.</summary>
    public const int MaxWaiting = 256;

    private readonly ConcurrentDictionary<Rendition, Lazy<Task<string?>>> _making = new();
    private readonly Counter<long> _made = meters.Create("Gazetier").CreateCounter<long>("gazetier.renditions.made");
    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount, Environment.ProcessorCount);

    /// <summary>
    /// The file of a rendition; null where there is no such picture or it has no such width. One that exists costs a look
    /// at the disk and no query.
    /// </summary>
    /// <exception cref="RenditionsBusyException">Too many are waiting to be made.</exception>
    public ValueTask<string?> FindOrMakeAsync(Rendition rendition, CancellationToken cancel)
    {
        var path = files.PathOf(rendition);
        return File.Exists(path) ? new ValueTask<string?>(path) : new ValueTask<string?>(WaitForAsync(rendition, path, cancel));
    }

    /// <summary>
    /// Where a rendition stands now whose picture got another file since: at the nearest width that this one has. Null where
    /// no picture ever had that key.
    /// </summary>
    public async Task<string?> FindMovedAsync(Rendition rendition, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var moved = await db.FormerPictureKeys.Where(f => f.Key == rendition.Key)
            .Join(db.Pictures, f => f.PictureId, p => p.Id, (_, p) => new { p.Key, p.Width }).FirstOrDefaultAsync(cancel);
        return moved is null
            ? null
            : Rendition.PathOf(moved.Key, Rendition.WidthsOf(moved.Width).MinBy(width => Math.Abs(width - rendition.Width)), rendition.Extension);
    }

    private Task<string?> WaitForAsync(Rendition rendition, string path, CancellationToken cancel)
    {
        if (_making.Count >= MaxWaiting && !_making.ContainsKey(rendition))
        {
            throw new RenditionsBusyException();
        }

        var making = _making.GetOrAdd(rendition, r => new Lazy<Task<string?>>(() => Task.Run(() => MakeInTurnAsync(r, path))));
        // A reader who leaves does not stop what others wait for.
        return making.Value.WaitAsync(cancel);
    }

    private async Task<string?> MakeInTurnAsync(Rendition rendition, string path)
    {
        try
        {
            if (await FindAsync(rendition) is not { } picture || files.FindOriginal(rendition.Key) is not { } original)
            {
                return null;
            }

            await _gate.WaitAsync();
            try
            {
                // Someone may have made it between our first look and our place in the queue.
                if (!File.Exists(path))
                {
                    await PictureFiles.WriteAsync(path, Encode(original, rendition, picture.Description()), CancellationToken.None);
                    _made.Add(1);
                }

                return path;
            }
            finally
            {
                _gate.Release();
            }
        }
        finally
        {
            _making.TryRemove(rendition, out _);
        }
    }

    private async Task<Picture?> FindAsync(Rendition rendition)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Key == rendition.Key);
        return picture is not null && Rendition.WidthsOf(picture.Width).Contains(rendition.Width) ? picture : null;
    }

    /// <summary>An AVIF of 1280 pixels takes 200–400 ms on one core at effort 1; effort 3 takes three times as long for 8 % fewer bytes.</summary>
    private static byte[] Encode(string original, Rendition rendition, PictureDescription description)
    {
        using var resized = Image.Thumbnail(original, rendition.Width, height: PictureReader.MaxSide, size: Enums.Size.Down);
        using var image = CreditInFile.WriteOnly(resized, description);
        const Enums.ForeignKeep keep = Enums.ForeignKeep.Exif | Enums.ForeignKeep.Xmp;
        switch (rendition.Extension)
        {
            case "avif":
                return image.HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 1, keep: keep);
            case "webp":
                return image.WebpsaveBuffer(q: 76, effort: 4, keep: keep);
            default:
                using (var opaque = image.HasAlpha() ? image.Flatten(background: [255]) : image.Copy())
                {
                    return opaque.JpegsaveBuffer(q: 78, interlace: true, optimizeCoding: true, keep: keep);
                }
        }
    }
}

/// <summary>More renditions wait to be made than the machine should remember: come back in a few seconds.</summary>
public sealed class RenditionsBusyException() : Exception($"Over {Renditions.MaxWaiting} renditions wait to be made.");
