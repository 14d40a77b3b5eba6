namespace Gazetier.Features.Articles;

/// <summary>
/// A published article's place in one list that readers leaf through and follow: the list of a section (its own, and of each
/// section above), a theme, a dossier, an author, a legal text, a place (and those around it) or a phrase. It repeats what <see cref="Article"/> says, so that a page of a list costs
/// the same with 500 articles as with 200 000; <see cref="KeepListings"/> keeps it true at each save.
/// </summary>
public class Listing
{
    /// <summary>The section, theme, dossier, author, legal text, place or phrase.</summary>
    public Guid ListId { get; set; }

    /// <summary>UTC; in the future for a scheduled article.</summary>
    public DateTime PublishedAt { get; set; }

    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;
}
