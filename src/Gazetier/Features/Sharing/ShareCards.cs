using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Pictures;

namespace Gazetier.Features.Sharing;

/// <summary>
/// Cards on disk, by their words: drawn when first asked for, one at a time, once for all who wait. Beyond <see cref="MaxWaiting"/>
/// in the queue, a request is sent away. The folder may be emptied at any time.
/// </summary>
public sealed class ShareCards(NewspaperOptions options) : IDisposable
{
    public const string Folder = "cards";
    public const int MaxWaiting = 32;

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _drawing = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _drawn;

    /// <summary>How many were drawn since the start.</summary>
    public int Drawn => Volatile.Read(ref _drawn);

    /// <summary>The file of a card; null: too many wait.</summary>
    /// <param name="card">Of a page that readers may find now: nothing else is drawn.</param>
    public async ValueTask<string?> FindOrDrawAsync(ShareCard card, CancellationToken cancel)
    {
        var path = Path.Combine(options.Data, Folder, card.Key[..2], card.Key + ".png");
        if (File.Exists(path))
        {
            return path;
        }

        if (_drawing.Count >= MaxWaiting && !_drawing.ContainsKey(card.Key))
        {
            return null;
        }

        var drawing = _drawing.GetOrAdd(card.Key, _ => new Lazy<Task<string>>(() => Task.Run(() => DrawInTurnAsync(card, path), CancellationToken.None)));
        // Who leaves does not stop what others wait for.
        return await drawing.Value.WaitAsync(cancel);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string> DrawInTurnAsync(ShareCard card, string path)
    {
        await _gate.WaitAsync();
        try
        {
            if (!File.Exists(path))
            {
                await PictureFiles.WriteAsync(path, DrawShareCard.Draw(card), CancellationToken.None);
                Interlocked.Increment(ref _drawn);
            }

            return path;
        }
        finally
        {
            _gate.Release();
            _drawing.TryRemove(card.Key, out _);
        }
    }
}
