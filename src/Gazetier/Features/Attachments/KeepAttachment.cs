using System.Security.Cryptography;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Attachments;

/// <summary>
/// Takes a file into the newspaper: written to the disk as it comes, never whole in memory; judged by its content; kept once. The
/// same bytes again give the file that is there.
/// </summary>
public class KeepAttachment(GazetierDb db, AttachmentFiles files, TimeProvider clock)
{
    /// <param name="name">As it is called on the machine that it comes from.</param>
    /// <returns>The row, and whether it is new.</returns>
    /// <exception cref="AttachmentRefusedException">It cannot be taken; says why.</exception>
    public async Task<(Attachment Attachment, bool IsNew)> RunAsync(Stream content, string name, CancellationToken cancel)
    {
        var place = files.NewPlace();
        try
        {
            var (key, kind, bytes) = await WriteAsync(content, place, cancel);
            if (await db.Attachments.FirstOrDefaultAsync(a => a.Key == key, cancel) is { } known)
            {
                files.Keep(place, key, known.Kind);
                return (known, false);
            }

            files.Keep(place, key, kind);
            var attachment = new Attachment { Key = key, Name = Attachment.NameOf(name, kind), Kind = kind, Bytes = bytes, CreatedAt = clock.GetUtcNow().UtcDateTime };
            db.Attachments.Add(attachment);
            await db.SaveChangesAsync(cancel);
            return (attachment, true);
        }
        finally
        {
            File.Delete(place);
        }
    }

    private static async Task<(string Key, AttachmentKind Kind, long Bytes)> WriteAsync(Stream content, string place, CancellationToken cancel)
    {
        await using var file = new FileStream(place, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var read = await content.ReadAtLeastAsync(buffer, AttachmentKinds.Looked, throwOnEndOfStream: false, cancel);
        if (read == 0)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Missing, "The file is empty.");
        }

        var start = buffer.AsSpan(0, read);
        var isPacked = AttachmentKinds.IsPacked(start);
        var kind = AttachmentKinds.Sniff(start);
        if (kind is null && !isPacked)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Unknown, "The file is of no kind that is taken.");
        }

        var largest = kind?.Largest() ?? AttachmentKinds.MaxDocument;
        for (long total = 0; read > 0; read = await content.ReadAsync(buffer, cancel))
        {
            total += read;
            if (total > largest)
            {
                throw new AttachmentRefusedException(AttachmentRefusal.TooHeavy, $"The file is over {largest} bytes.") { Kind = kind };
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await file.FlushAsync(cancel);
        var known = kind ?? PackedDocument.KindOf(file);
        await CheckAsync(file, known, cancel);
        return (Convert.ToHexStringLower(hash.GetHashAndReset())[..32], known, file.Length);
    }

    private static async Task CheckAsync(FileStream file, AttachmentKind kind, CancellationToken cancel)
    {
        if (kind == AttachmentKind.Vtt)
        {
            var captions = new byte[file.Length];
            file.Position = 0;
            await file.ReadExactlyAsync(captions, cancel);
            if (Captions.FaultOf(captions) is { } line)
            {
                throw new AttachmentRefusedException(AttachmentRefusal.BrokenCaptions, $"Line {line} of the captions cannot be read.") { Kind = kind, Line = line };
            }
        }
    }
}
