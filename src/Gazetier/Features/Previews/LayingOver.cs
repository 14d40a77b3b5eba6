using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;

namespace Gazetier.Features.Previews;

/// <summary>Lays what is being written over an article that no context tracks. Pure; the same fields as publishing copies.</summary>
public static class LayingOver
{
    /// <param name="article">With all that its page shows; what content does not say stays.</param>
    /// <param name="parts">What content names. What was deleted since is left out.</param>
    /// <param name="now">UTC; what has no date yet has this one.</param>
    public static Article LaidOver(this Content content, Article article, ContentParts parts, DateTime now)
    {
        article.Format = content.Format;
        article.Kicker = content.Kicker.Length == 0 ? null : content.Kicker;
        article.Headline = content.Headline;
        article.Standfirst = content.Standfirst;
        article.Body = content.Body;
        article.Words = content.Words;
        article.Access = content.Access;
        article.AnyOf = content.AnyOf;
        article.MachineUse = content.MachineUse;
        article.MainSection = parts.Sections.FirstOrDefault(s => s.Id == content.MainSection) ?? article.MainSection;
        article.MainSectionId = article.MainSection.Id;
        article.OtherSections = [.. parts.Sections.Where(s => s.Id != article.MainSectionId && content.OtherSections.Contains(s.Id))];
        article.Themes = [.. parts.Themes];
        article.Bylines = [.. InOrder(content.Authors, parts.Authors).Select((author, place) => new Byline { AuthorId = author.Id, Author = author, Position = place + 1 })];
        article.DossierParts = [.. parts.Dossiers.Select(dossier => new DossierPart { DossierId = dossier.Id, Dossier = dossier })];
        (article.LeadPictureId, article.LeadPicture) = (parts.LeadPicture?.Id, parts.LeadPicture);
        article.LeadCaption = content.LeadCaption.Length == 0 ? null : content.LeadCaption;
        article.Status = ArticleStatus.Published;
        article.PublishedAt ??= now;
        return article;
    }

    private static IEnumerable<Author> InOrder(IReadOnlyList<Guid> ids, IReadOnlyList<Author> authors) =>
        ids.Distinct().Select(id => authors.FirstOrDefault(author => author.Id == id)).OfType<Author>();
}

/// <summary>The rows that a content names.</summary>
public sealed record ContentParts(
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<Author> Authors,
    IReadOnlyList<Dossier> Dossiers,
    Picture? LeadPicture);
