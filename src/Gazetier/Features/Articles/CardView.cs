namespace Gazetier.Features.Articles;

/// <summary>How one card stands in a page.</summary>
/// <param name="Style">Further classes of the teaser: "lead", "beside", "big", "opinion".</param>
/// <param name="Level">Level of its heading in the page's outline, 2–4.</param>
/// <param name="Sizes">The <c>sizes</c> of its picture; null: shown without.</param>
public record CardView(ArticleCard Card, string Style = "", int Level = 3, string? Sizes = null, bool HasStandfirst = false, bool IsFirst = false, bool HasDate = false);
