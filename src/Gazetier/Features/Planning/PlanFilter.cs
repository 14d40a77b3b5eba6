using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;

namespace Gazetier.Features.Planning;

/// <summary>What of the planning somebody wants to see.</summary>
/// <param name="Sections">A section with all below it; null: all.</param>
/// <param name="Writer">Null: everybody's, and what is nobody's yet.</param>
public sealed record PlanFilter(Guid[]? Sections = null, Guid? Writer = null)
{
    public IQueryable<Manuscript> Of(IQueryable<Manuscript> manuscripts)
    {
        var inSections = Sections is { } sections ? manuscripts.Where(m => sections.Contains(m.MainSectionId)) : manuscripts;
        return inSections.Of(Writer);
    }

    /// <summary>An article that nobody has worked on here is nobody's.</summary>
    public IQueryable<Article> Of(IQueryable<Article> articles, GazetierDb db)
    {
        var inSections = Sections is { } sections ? articles.Where(a => sections.Contains(a.MainSectionId)) : articles;
        return Writer is { } writer ? inSections.Where(a => db.Manuscripts.Any(m => m.ArticleId == a.Id && m.WriterId == writer)) : inSections;
    }
}
