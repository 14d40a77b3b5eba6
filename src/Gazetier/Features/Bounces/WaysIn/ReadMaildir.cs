using Gazetier.Data;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>Takes in what a mail server puts into a Maildir: from <c>new</c>, moved to <c>cur</c> when it is counted.</summary>
public class ReadMaildir(NewspaperOptions options, TakeIn takeIn)
{
    private const int AtOnce = 500;

    /// <summary>Returns how many were taken in. What could not be is left for the next time.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (fresh, read) = (Path.Combine(options.Mail.Bounces.Maildir, "new"), Path.Combine(options.Mail.Bounces.Maildir, "cur"));
        if (!Directory.Exists(fresh))
        {
            return 0;
        }

        Directory.CreateDirectory(read);
        var taken = 0;
        foreach (var path in Directory.EnumerateFiles(fresh).Take(AtOnce).ToList())
        {
            await takeIn.RunAsync(await BytesAsync(path, cancel), envelope: null, cancel);
            File.Move(path, Path.Combine(read, Path.GetFileName(path) + ":2,S"), overwrite: true);
            taken++;
        }

        return taken;
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, TakeIn.Longest)];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return bytes[..length];
    }
}
