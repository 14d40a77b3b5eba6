namespace Gazetier.Features.LegalTexts;

/// <summary>Where legal texts stand on the site.</summary>
public static class LegalTextAddress
{
    public const string All = "/textes/";
    public const string Newsroom = "/redaction/textes";

    /// <summary>Addresses below <see cref="All"/> that are no text's.</summary>
    private static readonly string[] Taken = ["genre", "recherche"];

    private static readonly (LegalTextKind Kind, string Slug)[] Kinds =
    [
        (LegalTextKind.OfficialText, "textes-officiels"),
        (LegalTextKind.CourtRuling, "jurisprudence"),
        (LegalTextKind.MinisterialAnswer, "reponses-ministerielles"),
    ];

    public static string Of(string slug) => $"{All}{slug}/";

    public static string Of(LegalTextKind kind) => $"{All}genre/{SlugOf(kind)}/";

    public static string SlugOf(LegalTextKind kind) => Array.Find(Kinds, one => one.Kind == kind).Slug;

    /// <summary>Null: there is no such kind.</summary>
    public static LegalTextKind? KindOf(string? slug) => Kinds.Where(one => one.Slug == slug).Select(one => (LegalTextKind?)one.Kind).FirstOrDefault();

    /// <summary>A text may not be called so.</summary>
    public static bool IsTaken(string slug) => Taken.Contains(slug, StringComparer.Ordinal);
}
