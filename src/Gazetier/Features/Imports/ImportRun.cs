using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Imports;

/// <summary>One run of an import: takes the file batch by batch, and keeps the report.</summary>
internal sealed class ImportRun(
    IServiceScopeFactory scopes, TimeProvider clock, ImportOptions options, Shelf shelf, ImportedPictures pictures, TimeZoneInfo zone)
{
    private readonly ImportReport _report = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly RenderArticle _render = new(pictures, options, zone);
    private readonly WriteArticles _write = new(scopes, clock, shelf);

    public ImportReport Finish()
    {
        _report.PicturesMade = pictures.Made;
        _report.Skipped.Sort((a, b) => a.Line.CompareTo(b.Line));
        return _report;
    }

    public async Task TakeAsync(IReadOnlyList<RawLine> batch, CancellationToken cancel)
    {
        var lines = Read(batch);
        var known = await FingerprintsAsync(lines, cancel);
        var fresh = lines.FindAll(l => known.GetValueOrDefault(RenderArticle.KeyOf(l.Line.Id)) != l.Fingerprint);
        _report.Unchanged += lines.Count - fresh.Count;
        var articles = await RenderAsync(fresh, cancel);
        if (options.DryRun)
        {
            Pretend(articles, known);
        }
        else if (articles.Count > 0)
        {
            await WriteAsync(articles, cancel);
        }
    }

    private List<ReadLine> Read(IReadOnlyList<RawLine> batch)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = new List<ReadLine>();
        foreach (var raw in batch)
        {
            try
            {
                var content = raw.Content ?? throw new LineRefusedException($"la ligne dépasse {Lines.MaxBytes / 1024 / 1024} Mo");
                var line = ArticleLine.Read(raw.Number, content, now, zone);
                if (!_seen.TryAdd(line.Id, raw.Number))
                {
                    throw new LineRefusedException($"« id » {line.Id} est déjà celui de la ligne {_seen[line.Id]}");
                }

                lines.Add(new ReadLine(line, ImportArticles.FingerprintOf(content, options)));
            }
            catch (LineRefusedException refused)
            {
                Skip(raw.Number, refused.Message);
            }
        }

        return lines;
    }

    private async Task<Dictionary<string, string?>> FingerprintsAsync(List<ReadLine> lines, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var keys = lines.ConvertAll(l => RenderArticle.KeyOf(l.Line.Id));
        return await db.Articles.Where(a => EF.Parameter(keys).Contains(a.ImportKey!)).Select(a => new { a.ImportKey, a.ImportFingerprint })
            .ToDictionaryAsync(a => a.ImportKey!, a => a.ImportFingerprint, StringComparer.Ordinal, cancel);
    }

    private async Task<List<ImportedArticle>> RenderAsync(List<ReadLine> lines, CancellationToken cancel)
    {
        var rendered = new ConcurrentBag<ImportedArticle>();
        var remarks = new ConcurrentBag<(ImportRemark Remark, bool IsRefusal)>();
        await Parallel.ForEachAsync(lines, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) }, async (line, token) =>
        {
            try
            {
                var (article, problems) = await _render.RunAsync(line.Line, line.Fingerprint, token);
                rendered.Add(article);
                foreach (var problem in problems)
                {
                    remarks.Add((new ImportRemark(line.Line.Number, problem), false));
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                remarks.Add((new ImportRemark(line.Line.Number, Said(error)), true));
            }
        });
        foreach (var (remark, isRefusal) in remarks.OrderBy(r => r.Remark.Line).ThenBy(r => r.Remark.Reason, StringComparer.Ordinal))
        {
            (isRefusal ? _report.Skipped : _report.Warnings).Add(remark);
        }

        return [.. rendered.OrderBy(a => a.Line)];
    }

    private async Task WriteAsync(List<ImportedArticle> articles, CancellationToken cancel)
    {
        try
        {
            Count(await _write.RunAsync(articles, cancel));
        }
        catch (DbUpdateException) when (articles.Count > 1)
        {
            // One of them is refused by the database: the others are written without it.
            await ForgetAsync(cancel);
            foreach (var article in articles)
            {
                await WriteAsync([article], cancel);
            }
        }
        catch (DbUpdateException error)
        {
            await ForgetAsync(cancel);
            Skip(articles[0].Line, Said(error));
        }
    }

    private void Pretend(List<ImportedArticle> articles, Dictionary<string, string?> known)
    {
        articles.ForEach(a => shelf.Place(a));
        Count(articles.ConvertAll(a => !known.TryGetValue(a.Key, out var fingerprint) ? ImportOutcome.Created
            : fingerprint == a.Fingerprint ? ImportOutcome.Unchanged : ImportOutcome.Updated));
    }

    private void Count(IReadOnlyCollection<ImportOutcome> outcomes)
    {
        shelf.Settle(_report);
        _report.Created += outcomes.Count(o => o == ImportOutcome.Created);
        _report.Updated += outcomes.Count(o => o == ImportOutcome.Updated);
        _report.Unchanged += outcomes.Count(o => o == ImportOutcome.Unchanged);
    }

    private async Task ForgetAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await shelf.ReadAsync(scope.ServiceProvider.GetRequiredService<GazetierDb>(), cancel);
    }

    private void Skip(int line, string reason) => _report.Skipped.Add(new ImportRemark(line, reason));

    private static string Said(Exception error) => error switch
    {
        LineRefusedException refused => refused.Message,
        BodyTooLongException => $"le texte mis en forme dépasse {Body.MaxLength} caractères",
        DbUpdateException => $"la base l’a refusé : {error.GetBaseException().Message}",
        _ => $"{error.GetType().Name} : {error.Message}",
    };

    private readonly record struct ReadLine(ArticleLine Line, string Fingerprint);
}
