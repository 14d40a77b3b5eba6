using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>How kinds are called in addresses and behind <c>genre:</c>.</summary>
public static class KindSlugs
{
    private static readonly (FoundKind Kind, string Slug)[] All =
    [
        (FoundKind.Article, "articles"),
        (FoundKind.LegalText, "textes"),
        (FoundKind.Event, "agenda"),
        (FoundKind.Announcement, "annonces"),
        (FoundKind.PrintIssue, "magazine"),
        (FoundKind.Comment, "reactions"),
    ];

    public static string Of(FoundKind kind) => Array.Find(All, one => one.Kind == kind).Slug;

    /// <summary>Null: there is no such kind.</summary>
    public static FoundKind? KindOf(string? written)
    {
        var folded = Fold.Of(written ?? "");
        return All.Where(one => folded.Length > 0 && (one.Slug == folded || one.Slug == folded + "s")).Select(one => (FoundKind?)one.Kind).FirstOrDefault();
    }
}
