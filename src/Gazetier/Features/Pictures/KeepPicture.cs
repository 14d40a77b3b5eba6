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

        var file = await StoreAsync(content, description, cancel);
        return await AddRowAsync(
            new Picture
            {
                Key = file.Key,
                Credit = description.Credit,
                AlternativeText = description.AlternativeText,
                Caption = description.Caption ?? "",
                Rights = description.Rights,
                Origin = description.Origin,
                IsMachineMade = description.IsMachineMade || file.IsMachineMade,
                Width = file.Width,
                Height = file.Height,
                Size = file.Size,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
            },
            cancel);
    }

    /// <summary>Judges the bytes and puts the original into the data folder, without a row: for a picture that gets another file.</summary>
    /// <exception cref="PictureRefusedException">It cannot be taken; says why.</exception>
    public async Task<StoredPicture> StoreAsync(byte[] content, PictureDescription description, CancellationToken cancel)
    {
        if (content.Length > MaxBytes)
        {
            throw TooHeavy();
        }

        var kind = PictureKinds.Sniff(content)
            ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "The file is not a JPEG, PNG, WebP, GIF, AVIF or SVG picture.");
        await _gate.WaitAsync(cancel);
        try
        {
            var key = KeyOf(content);
            var (file, extension, width, height, isMachineMade) = await Task.Run(() => Encode(content, kind, description), cancel);
            await PictureFiles.WriteAsync(files.OriginalPath(key, extension), file, cancel);
            return new StoredPicture(key, width, height, file.Length, isMachineMade);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The name of these bytes: the first 32 hexadecimal digits of their SHA-256.</summary>
    public static string KeyOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..32];

    /// <summary>Reads no further than <see cref="MaxBytes"/>.</summary>
    /// <exception cref="PictureRefusedException">There is more.</exception>
    public static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
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

    private static (byte[] File, string Extension, int Width, int Height, bool IsMachineMade) Encode(
        byte[] content, PictureKind kind, PictureDescription description)
    {
        using var picture = PictureReader.Open(content, kind);
        try
        {
            var isMachineMade = description.IsMachineMade || SaidInFile.Read(picture).IsMachineMade;
            using var credited = CreditInFile.Write(picture, description with { IsMachineMade = isMachineMade });
            return credited.HasAlpha()
                ? (credited.PngsaveBuffer(keep: Keep), "png", credited.Width, credited.Height, isMachineMade)
                : (credited.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, subsampleMode: Enums.ForeignSubsample.Off, keep: Keep), "jpg", credited.Width, credited.Height, isMachineMade);
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

/// <summary>An original in the data folder.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsMachineMade">Its own file says that a model made it.</param>
public sealed record StoredPicture(string Key, int Width, int Height, long Size, bool IsMachineMade);
