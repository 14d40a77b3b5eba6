using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Gazetier.Text;

namespace Gazetier.Features.Imports;

/// <summary>Makes an article of a line: its pictures kept, its Markdown turned into a clean body, its lead picture chosen.</summary>
internal sealed class RenderArticle(ImportedPictures pictures, ImportOptions options, TimeZoneInfo zone)
{
    /// <summary>Narrower pictures do not lead an article, in pixels.</summary>
    private const int LeadWidth = 600;

    /// <exception cref="LineRefusedException">Its body is too long.</exception>
    public async Task<(ImportedArticle Article, IReadOnlyList<string> Problems)> RunAsync(
        ArticleLine line, string fingerprint, CancellationToken cancel)
    {
        if (line.Markdown.Length > Body.MaxLength)
        {
            throw new LineRefusedException($"le texte a {line.Markdown.Length} caractères ; la limite est de {Body.MaxLength}");
        }

        var (found, problems) = await KeepPicturesAsync(line, cancel);
        var lead = Lead(line, found);
        var body = Body.Sanitise(Markdown.ToHtml(line.Markdown, (source, alt, title) => Figure(line, found, PathOf(line, source), alt, title, lead)));
        var article = new ImportedArticle
        {
            Line = line.Number,
            Key = KeyOf(line.Id),
            Fingerprint = problems.Count == 0 ? fingerprint : fingerprint + ImportedArticle.Incomplete,
            Slug = Slug.From(line.Slug ?? line.Title),
            Format = line.Format,
            Kicker = line.Kicker,
            Headline = line.Title,
            Standfirst = line.Standfirst,
            Body = body,
            Words = Words.CountHtml(body),
            Access = line.Access ?? options.Access,
            SaysAccess = line.Access is not null,
            PublishedAt = line.PublishedAt,
            ModifiedAt = line.ModifiedAt,
            ModifiedReason = line.ModifiedReason,
            Section = line.Section,
            OtherSections = line.OtherSections,
            Themes = line.Tags,
            Dossier = line.Dossier,
            Authors = line.Authors,
            LeadPictureId = lead is null ? null : found[lead.Path].Id,
            LeadCaption = lead?.Caption,
            Attribution = line.Provenance.Attribution(TimeZoneInfo.ConvertTimeFromUtc(line.ModifiedAt ?? line.PublishedAt, zone)),
        };
        return (article, problems);
    }

    public static string KeyOf(string id) => $"articles:{id}";

    private async Task<(Dictionary<string, Picture> Found, List<string> Problems)> KeepPicturesAsync(ArticleLine line, CancellationToken cancel)
    {
        var found = new Dictionary<string, Picture>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var picture in line.Pictures.Concat(InText(line)).DistinctBy(p => p.Path))
        {
            var (kept, problem) = await pictures.KeepAsync(picture, Alternative(line, picture.Path, picture.Alt, picture.Caption), line.Provenance.Source, cancel);
            if (kept is null)
            {
                problems.Add(problem!);
            }
            else
            {
                found[picture.Path] = kept;
            }
        }

        return (found, problems);
    }

    /// <summary>The pictures that the text shows, in its order.</summary>
    private static List<PictureLine> InText(ArticleLine line)
    {
        var shown = new List<PictureLine>();
        if (line.Markdown.Contains("![", StringComparison.Ordinal))
        {
            Markdown.ToHtml(line.Markdown, (source, alt, title) =>
            {
                shown.Add(new PictureLine(PathOf(line, source), alt, title, null));
                return null;
            });
        }

        return shown;
    }

    /// <summary>The first that is wide enough and that the text does not show; else the one that opens the text.</summary>
    private static PictureLine? Lead(ArticleLine line, Dictionary<string, Picture> found)
    {
        var inText = InText(line);
        bool IsWide(PictureLine picture) => found.TryGetValue(picture.Path, out var kept) && kept.Width >= LeadWidth;
        return line.Pictures.FirstOrDefault(p => IsWide(p) && inText.TrueForAll(shown => shown.Path != p.Path))
            ?? (line.Markdown.StartsWith("![", StringComparison.Ordinal) && IsWide(inText[0]) ? inText[0] : null);
    }

    private static string? Figure(
        ArticleLine line, Dictionary<string, Picture> found, string path, string alt, string? title, PictureLine? lead)
    {
        if (path == lead?.Path || !found.TryGetValue(path, out var picture))
        {
            return null;
        }

        var caption = title ?? line.Pictures.Find(p => p.Path == path)?.Caption;
        return PictureMarkup.Figure(picture, caption, Alternative(line, path, alt, caption));
    }

    /// <summary>Markdown writes a blank of a path as %20; the list of pictures may not.</summary>
    private static string PathOf(ArticleLine line, string source) =>
        line.Pictures.Exists(p => p.Path == source) ? source : Uri.UnescapeDataString(source);

    /// <summary>What the picture shows, in the best words there are.</summary>
    private static string Alternative(ArticleLine line, string path, string? alt, string? caption)
    {
        var said = new[] { alt, line.Pictures.Find(p => p.Path == path)?.Alt, caption }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        return said?.Trim() ?? $"Illustration de l’article « {line.Title} »";
    }
}
