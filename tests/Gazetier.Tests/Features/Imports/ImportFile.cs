using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gazetier.Data;
using Gazetier.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

/// <summary>A file to import, with its folder.</summary>
public sealed class ImportFile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gazetier-import-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "articles.jsonl");

    public ImportFile Write(params IEnumerable<string> lines)
    {
        File.WriteAllText(Path, string.Join('\n', lines) + "\n");
        return this;
    }

    public ImportFile Write(params IEnumerable<byte[]> lines)
    {
        File.WriteAllBytes(Path, [.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])]);
        return this;
    }

    public void Picture(string path, byte[] content)
    {
        var file = System.IO.Path.Combine(Folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    public Task<ImportReport> RunAsync(Site site, ImportOptions? options = null) =>
        site.Services.GetRequiredService<ImportArticles>().RunAsync(Path, options ?? new ImportOptions(), null, TestContext.Current.CancellationToken);

    /// <summary>Runs until it is stopped after <paramref name="batches"/> batches.</summary>
    public async Task RunUntilStoppedAsync(Site site, int batches)
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            site.Services.GetRequiredService<ImportArticles>().RunAsync(Path, new ImportOptions(), new After(batches, stop), stop.Token));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A good line; <paramref name="fields"/> replace its own.</summary>
    public static string Line(object id, params (string Name, object? Value)[] fields)
    {
        var line = new JsonObject
        {
            ["id"] = JsonSerializer.SerializeToNode(id),
            ["title"] = $"Titre {id}",
            ["date"] = "2024-03-05",
            ["section"] = "Actualité",
            ["body_markdown"] = "Un **premier** paragraphe.\n\nUn second.",
        };
        foreach (var (name, value) in fields)
        {
            line[name] = JsonSerializer.SerializeToNode(value);
        }

        return line.ToJsonString();
    }

    /// <summary>Everything that imports have written, as text: two newspapers with the same are the same.</summary>
    public static async Task<string> NewspaperAsync(Site site) => await site.DoAsync(async db =>
    {
        var articles = await db.Articles.AsNoTracking().AsSplitQuery().Where(a => a.ImportKey != null)
            .Include(a => a.MainSection).Include(a => a.OtherSections).Include(a => a.Themes).Include(a => a.LeadPicture)
            .Include(a => a.Bylines).ThenInclude(b => b.Author).Include(a => a.DossierParts).ThenInclude(p => p.Dossier)
            .OrderBy(a => a.ImportKey).ToListAsync();
        var text = new StringBuilder();
        foreach (var a in articles)
        {
            var names = string.Join(',', a.OtherSections.Select(s => s.Slug).Concat(a.Themes.Select(t => t.Slug)).Order(StringComparer.Ordinal));
            var authors = string.Join(',', a.Bylines.OrderBy(b => b.Position).Select(b => b.Author.Name));
            var dossiers = string.Join(',', a.DossierParts.Select(p => $"{p.Dossier.Slug}={p.Position}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"{a.ImportKey}|{a.ImportFingerprint}|{a.Version}|{a.Slug}|{a.Format}|{a.Kicker}|{a.Headline}|{a.Standfirst}|{a.Body}|{a.Words}|{a.Access}")
                .AppendLine(CultureInfo.InvariantCulture, $"|{a.Status}|{a.PublishedAt:O}|{a.ModifiedAt:O}|{a.MainSection.Slug}|{names}|{authors}|{dossiers}|{a.LeadPicture?.Key}|{a.LeadCaption}|{a.Attribution}");
        }

        return text.ToString();
    });

    public static Task<int> RowsAsync(Site site) => site.DoAsync(async (GazetierDb db) =>
        await db.Articles.CountAsync() + await db.Changes.CountAsync() + await db.Pictures.CountAsync() + await db.Themes.CountAsync()
        + await db.Sections.CountAsync() + await db.Authors.CountAsync() + await db.Dossiers.CountAsync() + await db.DossierParts.CountAsync());

    private sealed class After(int batches, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        private int _batches;

        public void Report(ImportProgress value)
        {
            if (++_batches == batches)
            {
                stop.Cancel();
            }
        }
    }
}
