using Gazetier.Features.LegalTexts;
using Gazetier.Features.Places;

namespace Gazetier.Features.Articles;

/// <summary>Tags that tie kept pages to what they show (docs/architecture.md, "Reading").</summary>
public static class ArticleTags
{
    /// <summary>The front page, the paper's feeds and the sitemaps: whatever shows the newest of all.</summary>
    public const string Front = "front";

    public static string Article(long id) => FormattableString.Invariant($"article:{id}");

    public static string Section(Guid id) => $"section:{id:N}";

    public static string Theme(Guid id) => $"theme:{id:N}";

    public static string Dossier(Guid id) => $"dossier:{id:N}";

    public static string Author(Guid id) => $"author:{id:N}";

    public static string Place(Guid id) => $"place:{id:N}";

    /// <summary>Everything that shows <paramref name="article"/>: itself, and the lists it stands in.</summary>
    public static IEnumerable<string> Of(Article article) =>
    [
        Front,
        Article(article.Id),
        Section(article.MainSectionId),
        .. article.OtherSections.Select(s => Section(s.Id)),
        .. article.Themes.Select(t => Theme(t.Id)),
        .. article.Bylines.Select(b => Author(b.AuthorId)),
        .. article.DossierParts.Select(p => Dossier(p.DossierId)),
        .. article.LegalTexts.Select(t => LegalTextTags.Of(t.Id)),
        .. article.Places.SelectMany(Gazetteer.WithAround).Select(p => Place(p.Id)),
    ];
}
