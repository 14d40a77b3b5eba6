using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;

namespace Gazetier.Features.Imports;

/// <summary>
/// Brings articles in from a file of JSON Lines, the pictures from beside it. Each line stands in the newspaper at the
/// end, or in the report with the reason why not; one that stands there unchanged costs a look-up. A run that was killed
/// is simply run again.
/// </summary>
public class ImportArticles(IServiceScopeFactory scopes, KeepPicture keep, TimeProvider clock)
{
    /// <summary>Raised when the same line would make another article: everything is then written anew.</summary>
    private const string Version = "1";

    private const int LinesPerBatch = 100;
    private const int BytesPerBatch = 16 * 1024 * 1024;

    /// <param name="file">JSON Lines in UTF-8, one article a line (docs/running/import.md).</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Stopped: what was written stands, and the next run goes on from there.</exception>
    public async Task<ImportReport> RunAsync(
        string file, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        var origins = await PictureOrigins.ReadAsync(folder, cancel);
        var run = await StartAsync(options, new ImportedPictures(scopes, keep, folder, origins, options.DryRun), cancel);
        var batch = new List<RawLine>();
        var bytes = 0;
        var lines = 0;
        await foreach (var line in Lines.ReadAsync(content, cancel))
        {
            batch.Add(line);
            lines = line.Number;
            bytes += line.Content?.Length ?? 0;
            if (batch.Count == LinesPerBatch || bytes > BytesPerBatch)
            {
                await run.TakeAsync(batch, cancel);
                progress?.Report(new ImportProgress(content.Position, content.Length, line.Number));
                batch.Clear();
                bytes = 0;
            }
        }

        await run.TakeAsync(batch, cancel);
        progress?.Report(new ImportProgress(content.Length, content.Length, lines));
        return run.Finish();
    }

    internal static string FingerprintOf(byte[] line, ImportOptions options)
    {
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Version} {options.Access} "), .. line]);
        return Convert.ToHexStringLower(hash);
    }

    private async Task<ImportRun> StartAsync(ImportOptions options, ImportedPictures pictures, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var shelf = new Shelf();
        await shelf.ReadAsync(db, cancel);
        var zone = await scope.ServiceProvider.GetRequiredService<Masthead>().ZoneAsync(cancel);
        return new ImportRun(scopes, clock, options, shelf, pictures, zone);
    }
}
