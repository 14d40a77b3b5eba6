using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Gazetier.Features.Demo;

/// <summary>The magazine of the demonstration: covers are drawn and PDFs printed before the transaction, from what the files say.</summary>
public class MakeDemoMagazine(GazetierDb db, KeepPicture keep, PrintFiles files)
{
    private const string Credit = "Dessin : L’Échelon";

    private readonly List<PrintIssue> _made = [];

    /// <summary>Draws and prints.</summary>
    public async Task PrepareAsync(string newspaper, DateTime now, CancellationToken cancel)
    {
        var articles = DemoFiles.Articles().ToDictionary(a => a.Id);
        foreach (var demo in DemoFiles.Issues())
        {
            var cover = Jpeg(DemoCover.Draw(demo.Number, demo.Colour, await File.ReadAllTextAsync(DemoFiles.Picture(demo.Picture), cancel)));
            var issue = Made(demo, articles, now);
            issue.Cover = await keep.RunAsync(cover, new PictureDescription(Credit, demo.Alt), cancel);
            var texts = issue.Entries.ConvertAll(entry => ParagraphsOf(entry, issue, articles));
            using var pdf = new MemoryStream(new PrintDemoIssue(issue, newspaper).ToPdf(cover, texts));
            (issue.PdfKey, issue.PdfBytes) = await files.KeepAsync(pdf, cancel);
            (issue.CoverId, issue.Cover) = (issue.Cover.Id, null);
            _made.Add(issue);
        }
    }

    /// <summary>After the articles; the caller's transaction keeps it.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var articles = await db.Articles.Where(a => a.ImportKey != null).ToDictionaryAsync(a => a.ImportKey!, a => a.Id, StringComparer.Ordinal, cancel);
        foreach (var entry in _made.SelectMany(issue => issue.Entries).Where(entry => entry.ArticleId is not null))
        {
            entry.ArticleId = articles[string.Create(CultureInfo.InvariantCulture, $"demo:{entry.ArticleId}")];
        }

        db.AddRange(_made);
        await db.SaveChangesAsync(cancel);
    }

    private static PrintIssue Made(DemoIssue demo, Dictionary<long, DemoArticle> articles, DateTime now) => new()
    {
        Number = demo.Number,
        Title = demo.Title,
        Summary = demo.Summary,
        DatedOn = DemoClock.Day(now).AddDays(demo.Days),
        Pages = demo.Pages,
        PublishedAt = now.AddDays(demo.Days),
        ChangedAt = now.AddDays(demo.Days),
        Entries = [.. demo.Contents.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, at) => EntryOf(line, at, articles))],
        Written = demo.Written.ConvertAll(page => new PrintPage { Folio = page.Page, Text = page.Text, Words = Words.CountHtml(LetterMarkup.Clean(page.Text)) }),
    };

    private static PrintEntry EntryOf(string line, int at, Dictionary<long, DemoArticle> articles)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        long? article = parts.Length > 3 ? long.Parse(parts[3], CultureInfo.InvariantCulture) : null;
        return new PrintEntry
        {
            Position = at,
            Folio = int.Parse(parts[0], CultureInfo.InvariantCulture),
            Heading = parts[1],
            Title = article is { } id ? articles[id].Headline : parts[2],
            ArticleId = article,
        };
    }

    private static string[] ParagraphsOf(PrintEntry entry, PrintIssue issue, Dictionary<long, DemoArticle> articles)
    {
        var markdown = entry.ArticleId is { } id ? articles[id].Body : issue.Written.Find(page => page.Folio == entry.Folio)?.Text ?? "";
        return LetterMarkup.ForText(LetterMarkup.Clean(markdown), "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>For the site and for the PDF, drawn once.</summary>
    private static byte[] Jpeg(byte[] drawing)
    {
        using var image = Image.NewFromBuffer(drawing);
        using var flat = image.HasAlpha() ? image.Flatten() : image.Copy();
        return flat.JpegsaveBuffer(q: 80);
    }
}
