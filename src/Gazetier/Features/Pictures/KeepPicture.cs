using System.Security.Cryptography;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Gazetier.Features.Pictures;

/// <summary>
/// Takes a picture into the newspaper: judged by its content, put upright, credited inside its file, kept once. The
/// same bytes again give the picture that is there, as it was first described. Call it outside any transaction: it
/// decodes, and writes a row of its own.
/// </summary>
public class KeepPicture(IServiceScopeFactory scopes, PictureFiles files, TimeProvider clock)
{
    /// <summary>20 MB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const int JpegQuality = 92;

    // A picture of 100 megapixels takes 300 MB while it is decoded.
    private readonly SemaphoreSlim _gate = new(2, 2);

    /// <exception cref="PictureRefusedException">It cannot be taken; says why.</exception>
    public async Task<Picture> RunAsync(Stream content, PictureDescription description, CancellationToken cancel = default) =>
        await RunAsync(await ReadAsync(content, cancel), description, cancel);

    /// <inheritdoc cref="RunAsync(Stream, PictureDescription, CancellationToken)"/>
    public async Task<Picture> RunAsync(byte[] content, PictureDescription description, CancellationToken cancel = default)
    {
        description = description.Cleaned();
        if (description.Credit.Length == 0)
        {
            throw new PictureRefusedException(PictureRefusal.NoCredit, "The picture has no credit.");
        }

        if (content.Length > MaxBytes)
        {
            throw TooHeavy();
        }

        var key = KeyOf(content);
        if (await FindAsync(key, cancel) is { } known && files.FindOriginal(key) is not null)
        {
            return known;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            var (width, height, size) = await StoreAsync(content, key, description, cancel);
            return await AddRowAsync(
                new Picture
                {
                    Key = key,
                    Credit = description.Credit,
                    AlternativeText = description.AlternativeText,
                    Width = width,
                    Height = height,
                    Size = size,
                    CreatedAt = clock.GetUtcNow().UtcDateTime,
                },
                cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The name of these bytes: the first 32 hexadecimal digits of their SHA-256.</summary>
    public static string KeyOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..32];

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (read.Length + count > MaxBytes)
            {
                throw TooHeavy();
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private async Task<(int Width, int Height, long Size)> StoreAsync(
        byte[] content, string key, PictureDescription description, CancellationToken cancel)
    {
        var kind = PictureKinds.Sniff(content)
            ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "The file is not a JPEG, PNG, WebP, GIF, AVIF or SVG picture.");
        var (file, extension, width, height) = await Task.Run(() => Encode(content, kind, description), cancel);
        await PictureFiles.WriteAsync(files.OriginalPath(key, extension), file, cancel);
        return (width, height, file.Length);
    }

    private static (byte[] File, string Extension, int Width, int Height) Encode(byte[] content, PictureKind kind, PictureDescription description)
    {
        using var picture = PictureReader.Open(content, kind);
        try
        {
            using var credited = CreditInFile.Write(picture, description);
            return credited.HasAlpha()
                ? (credited.PngsaveBuffer(keep: Keep), "png", credited.Width, credited.Height)
                : (credited.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, subsampleMode: Enums.ForeignSubsample.Off, keep: Keep), "jpg", credited.Width, credited.Height);
        }
        catch (VipsException error)
        {
            throw PictureReader.Broken(error);
        }
    }

    private const Enums.ForeignKeep Keep = Enums.ForeignKeep.Exif | Enums.ForeignKeep.Xmp | Enums.ForeignKeep.Iptc;

    private async Task<Picture?> FindAsync(string key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GazetierDb>().Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Key == key, cancel);
    }

    private async Task<Picture> AddRowAsync(Picture picture, CancellationToken cancel)
    {
        if (await FindAsync(picture.Key, cancel) is { } known)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        db.Pictures.Add(picture);
        try
        {
            await db.SaveChangesAsync(cancel);
            return picture;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another request brought the same picture first.
            return await FindAsync(picture.Key, cancel) ?? throw new InvalidOperationException($"Picture {picture.Key} could not be kept.");
        }
    }

    private static PictureRefusedException TooHeavy() => new(PictureRefusal.TooHeavy, $"The picture is over {MaxBytes / 1024 / 1024} MB.");
}
