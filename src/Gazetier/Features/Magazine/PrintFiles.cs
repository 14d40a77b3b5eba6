using System.Text;
using Gazetier.Data;

namespace Gazetier.Features.Magazine;

/// <summary>
/// The PDFs of the issues: <c>magazine/0195….pdf</c> in the data folder, apart from the files that articles give, which stand open
/// at an address that nobody can guess. These have no address of their own: each answer is decided.
/// </summary>
public class PrintFiles(NewspaperOptions options)
{
    /// <summary>Bytes of a PDF.</summary>
    public const long Most = 100 * 1024 * 1024;

    /// <summary>The mark that ends a PDF stands in its last bytes; this many are looked at.</summary>
    private const int Tail = 2048;

    /// <summary>Bytes of a PDF that this one takes.</summary>
    public long Limit { get; init; } = Most;

    private readonly string _folder = Path.Combine(options.Data, "magazine");

    public string PathOf(string key) => Path.Combine(_folder, key + ".pdf");

    /// <summary>Writes a PDF to the disk as it comes, never whole in memory, under a key of its own. Judged by its content: names and declared types lie.</summary>
    /// <exception cref="PdfRefusedException">It is none, broken, or too heavy.</exception>
    public async Task<(string Key, long Bytes)> KeepAsync(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(_folder);
        var place = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.tmp");
        try
        {
            var bytes = await WriteAsync(content, place, cancel);
            var key = Guid.CreateVersion7().ToString("N");
            File.Move(place, PathOf(key));
            return (key, bytes);
        }
        finally
        {
            File.Delete(place);
        }
    }

    public void Forget(string key) => File.Delete(PathOf(key));

    private async Task<long> WriteAsync(Stream content, string place, CancellationToken cancel)
    {
        await using var file = new FileStream(place, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
        var buffer = new byte[128 * 1024];
        var read = await content.ReadAtLeastAsync(buffer, 8, throwOnEndOfStream: false, cancel);
        if (!buffer.AsSpan(0, read).StartsWith("%PDF-"u8))
        {
            throw new PdfRefusedException(PdfRefusal.NotPdf);
        }

        for (; read > 0; read = await content.ReadAsync(buffer, cancel))
        {
            if (file.Length + read > Limit)
            {
                throw new PdfRefusedException(PdfRefusal.TooHeavy);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        if (!await EndsAsync(file, cancel))
        {
            throw new PdfRefusedException(PdfRefusal.Broken);
        }

        return file.Length;
    }

    private static async Task<bool> EndsAsync(FileStream file, CancellationToken cancel)
    {
        var tail = new byte[Math.Min(Tail, file.Length)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, cancel);
        return Encoding.Latin1.GetString(tail).Contains("%%EOF", StringComparison.Ordinal);
    }
}

/// <summary>A file that is no PDF of ours to give.</summary>
public sealed class PdfRefusedException(PdfRefusal reason) : Exception($"The file is refused: {reason}.")
{
    public PdfRefusal Reason { get; } = reason;
}

/// <summary>Why a file was refused.</summary>
public enum PdfRefusal
{
    /// <summary>Whatever its name says.</summary>
    NotPdf,

    TooHeavy,

    /// <summary>It ended before its end.</summary>
    Broken,
}
