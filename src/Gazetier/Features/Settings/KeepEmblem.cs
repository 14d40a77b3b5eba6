using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Gazetier.Features.Settings;

/// <summary>Takes a logo or an icon in: judged and decoded as every picture is, kept as a small PNG, or taken out again.</summary>
public class KeepEmblem(GazetierDb db, TimeProvider clock)
{
    /// <summary>Bytes of the file that comes in.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int LogoWidth = 1200;
    private const int LogoHeight = 320;
    private const int IconSide = 192;

    /// <param name="content">Null: the name itself, or the program's own icon, takes its place.</param>
    /// <exception cref="PictureRefusedException">It cannot be taken; says why.</exception>
    public async Task RunAsync(EmblemUse use, byte[]? content, SignedIn staff, CancellationToken cancel)
    {
        var (file, width, height) = content is null ? (null, 0, 0) : await Task.Run(() => Encode(content, use), cancel);
        await db.InTransactionAsync(
            async token =>
            {
                var imprint = await db.Imprint.OrderBy(i => i.Id).FirstOrDefaultAsync(token) ?? db.Imprint.Add(new Imprint()).Entity;
                var key = file is null ? null : KeepPicture.KeyOf(file);
                if (use == EmblemUse.Logo)
                {
                    (imprint.LogoKey, imprint.LogoWidth, imprint.LogoHeight) = (key, width, height);
                }
                else
                {
                    imprint.IconKey = key;
                }

                if (key is not null && !await db.Emblems.AnyAsync(e => e.Key == key, token))
                {
                    db.Emblems.Add(new Emblem { Key = key, Content = file! });
                }

                var now = clock.GetUtcNow().UtcDateTime;
                var what = $"imprint.{use.ToString().ToLowerInvariant()}";
                db.Append(now, what, ChangeLog.Everything);
                db.Record(now, staff, what, null, key ?? "");
            },
            cancel);
    }

    private static (byte[]? File, int Width, int Height) Encode(byte[] content, EmblemUse use)
    {
        if (content.Length > MaxBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooHeavy, $"The file is over {MaxBytes / 1024 / 1024} MB.");
        }

        var kind = PictureKinds.Sniff(content) ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "The file is not a picture.");
        using var picture = PictureReader.Open(content, kind);
        try
        {
            var (width, height) = use == EmblemUse.Logo ? (LogoWidth, LogoHeight) : (IconSide, IconSide);
            using var small = picture.ThumbnailImage(width, height: height, size: Enums.Size.Down);
            // No metadata: what was written into the file by whoever made it is nobody's business.
            return (small.PngsaveBuffer(keep: Enums.ForeignKeep.None), small.Width, small.Height);
        }
        catch (VipsException error)
        {
            throw PictureReader.Broken(error);
        }
    }
}

/// <summary>What an emblem is for.</summary>
public enum EmblemUse
{
    Logo,
    Icon,
}
