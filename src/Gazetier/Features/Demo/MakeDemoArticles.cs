using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>Makes the articles of the demonstration, and the sections, themes, dossiers and authors they stand under.</summary>
public class MakeDemoArticles(GazetierDb db, KeepPicture keep, MakeDemoFigures figures, TimeProvider clock)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Theme> _themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dossier> _dossiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Author> _authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _pictures = new(StringComparer.Ordinal);

    /// <summary>Takes the drawings in. Apart from the rest and before it: decoding does not belong in a transaction.</summary>
    public async Task KeepPicturesAsync(DemoNewspaper newspaper, CancellationToken cancel)
    {
        foreach (var author in newspaper.Authors.Where(a => a.Portrait is not null))
        {
            await KeepAsync(author.Portrait!, "Dessin : L’Échelon", "Portrait de " + author.Name, cancel);
        }

        foreach (var article in DemoFiles.Articles().Where(a => a.Picture is not null))
        {
            await KeepAsync(article.Picture!, article.Credit, article.Alt, cancel);
        }
    }

    /// <summary>Adds everything, after <see cref="KeepPicturesAsync"/>; the caller's transaction keeps it. Returns how many articles there are.</summary>
    public async Task<int> RunAsync(DemoNewspaper newspaper, DateTime now, IProgress<int>? progress, CancellationToken cancel)
    {
        AddNouns(newspaper);
        var made = 0;
        foreach (var written in DemoFiles.Articles().OrderBy(a => DemoClock.At(a.Published, now, Zone)))
        {
            var article = Make(written, now);
            db.Add(article);
            if (written.Pin is { } place)
            {
                db.Add(new Pin { Article = article, Place = Enum.Parse<FrontPagePlace>(place, ignoreCase: true), Position = 1 });
            }

            progress?.Report(++made);
        }

        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>Dates everything anew when the newest article is not of today: the paper is fresh whenever it starts.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var articles = await db.Articles.Include(a => a.Corrections).Include(a => a.Replies).Where(a => a.ImportKey != null && a.ImportKey.StartsWith("demo:")).ToListAsync(cancel);
        if (articles.Count == 0 || articles.Max(a => a.PublishedAt) > now.AddHours(-20))
        {
            return;
        }

        var written = DemoFiles.Articles().ToDictionary(a => KeyOf(a.Id), StringComparer.Ordinal);
        foreach (var article in articles.Where(a => written.ContainsKey(a.ImportKey!)))
        {
            Date(article, written[article.ImportKey!], now);
        }

        await db.InTransactionAsync(
            async token =>
            {
                await db.SaveChangesAsync(token);
                await figures.RunAsync(DemoClock.Day(now), token);
                db.Append(now, "demo.refreshed", ChangeLog.Everything);
            },
            cancel);
    }

    /// <summary>The key of the article with this number in its file; its number in the newspaper is another.</summary>
    public static string KeyOf(long written) => "demo:" + written.ToString(CultureInfo.InvariantCulture);

    private void Date(Article article, DemoArticle written, DateTime now)
    {
        article.PublishedAt = DemoClock.At(written.Published, now, Zone);
        if (written.Modified?.Split('|', 2, StringSplitOptions.TrimEntries) is [var at, var reason])
        {
            article.ModifiedAt = DemoClock.At(at, now, Zone);
            article.ModifiedReason = reason;
            Tell(article, article.ModifiedAt.Value, reason);
        }

        if (written.Machine is { } reader)
        {
            (article.MachineUse, article.ReviewedBy, article.ReviewedAt) = (MachineUse.Assisted, reader, article.PublishedAt);
        }

        if (written.Reply?.Split('|', 4, StringSplitOptions.TrimEntries) is [var then, var name, var function, var text])
        {
            var reply = article.Replies.Find(r => r.Name == name);
            if (reply is null)
            {
                article.Replies.Add(reply = new Reply { Name = name, Function = function, Text = text });
                Track(article, reply);
            }

            reply.PublishedAt = DemoClock.At(then, now, Zone);
            Tell(article, reply.PublishedAt, $"Droit de réponse : {name}.");
        }
    }

    /// <summary>What the newsroom corrected meanwhile stays.</summary>
    private void Tell(Article article, DateTime at, string text)
    {
        var told = article.Corrections.Find(c => c.Text == text);
        if (told is null)
        {
            article.Corrections.Add(told = new Correction { Text = text });
            Track(article, told);
        }

        told.At = at;
    }

    /// <summary>What is found on a known article has its id already, and would be taken for a row that is there; a new article brings its own along.</summary>
    private void Track(Article article, object row)
    {
        if (article.Id != 0)
        {
            db.Add(row);
        }
    }

    private Article Make(DemoArticle written, DateTime now)
    {
        var body = Body.Sanitise(Markdown.ToHtml(written.Body, (_, _, _) => null));
        var article = new Article
        {
            Slug = Slug.From(written.Headline),
            Format = FormatOf(written.Format),
            Kicker = written.Kicker,
            Headline = written.Headline,
            Standfirst = written.Standfirst,
            Body = body,
            Words = Words.CountHtml(body),
            Access = written.Access switch { "free" => Requirement.None, "registered" => Requirement.Registration, _ => Requirement.Subscription },
            Status = ArticleStatus.Published,
            MainSection = _sections[written.Section],
            OtherSections = [.. written.Sections.Select(slug => _sections[slug])],
            Themes = [.. written.Themes.Select(slug => _themes[slug])],
            Bylines = [.. AuthorsOf(written).Select((author, i) => new Byline { Author = author, Position = i + 1 })],
            LeadPictureId = written.Picture is null ? null : _pictures[written.Picture],
            LeadCaption = written.Caption,
            ImportKey = KeyOf(written.Id),
        };
        Date(article, written, now);
        foreach (var dossier in written.Dossiers.Select(slug => _dossiers[slug]))
        {
            dossier.Parts.Add(new DossierPart { Article = article, Position = dossier.Parts.Count + 1 });
        }

        return article;
    }

    private List<Author> AuthorsOf(DemoArticle written)
    {
        if (written.Guest?.Split('|', 2, StringSplitOptions.TrimEntries) is not [var name, var function])
        {
            return [.. written.Authors.Select(slug => _authors[slug])];
        }

        var slug = Slug.From(name);
        if (!_authors.TryGetValue(slug, out var guest))
        {
            guest = _authors[slug] = new Author { Slug = slug, Name = name, Function = function, IsGuest = true };
        }

        return [guest];
    }

    private void AddNouns(DemoNewspaper newspaper)
    {
        foreach (var noun in newspaper.Sections)
        {
            var parent = noun.Parent is null ? null : _sections[noun.Parent];
            db.Add(_sections[noun.Slug] = new Section { Slug = noun.Slug, Name = noun.Name, Description = noun.About, Parent = parent, Position = _sections.Count });
        }

        foreach (var noun in newspaper.Themes)
        {
            db.Add(_themes[noun.Slug] = new Theme { Slug = noun.Slug, Name = noun.Name, Description = noun.About });
        }

        foreach (var noun in newspaper.Dossiers)
        {
            db.Add(_dossiers[noun.Slug] = new Dossier { Slug = noun.Slug, Title = noun.Title, Introduction = noun.About });
        }

        foreach (var noun in newspaper.Authors)
        {
            db.Add(_authors[noun.Slug] = new Author
            {
                Slug = noun.Slug,
                Name = noun.Name,
                Function = noun.Function,
                Biography = noun.About,
                PortraitId = noun.Portrait is null ? null : _pictures[noun.Portrait],
            });
        }
    }

    private async Task KeepAsync(string name, string credit, string alternativeText, CancellationToken cancel)
    {
        var drawing = await File.ReadAllBytesAsync(DemoFiles.Picture(name), cancel);
        var picture = await keep.RunAsync(drawing, new PictureDescription(credit, alternativeText), cancel);
        _pictures[name] = picture.Id;
    }

    private static Format FormatOf(string written) => written switch
    {
        "entretien" => Format.Interview,
        "reportage" => Format.Report,
        "enquete" => Format.Investigation,
        "analyse" => Format.Analysis,
        "jurisprudence" => Format.CourtRuling,
        "reponse-ministerielle" => Format.MinisterialAnswer,
        "texte-officiel" => Format.OfficialText,
        "fiche-pratique" => Format.HowTo,
        "fiche-de-revision" => Format.Revision,
        "opinion" => Format.Opinion,
        "billet" => Format.Column,
        "portrait" => Format.Portrait,
        _ => Format.News,
    };
}
