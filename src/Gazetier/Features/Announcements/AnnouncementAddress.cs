using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>Where announcements stand on the site.</summary>
public static class AnnouncementAddress
{
    public const string All = "/annonces/";
    public const string Search = "/annonces/recherche";
    public const string Mine = "/mon-compte/annonces";
    public const string Newsroom = "/redaction/annonces";

    public static string Of(long id, string title) => FormattableString.Invariant($"{All}{id}/{Slug.From(title)}/");

    public static string Of(AnnouncementKind? kind) => kind is { } one ? $"{All}{SlugOf(one)}/" : All;

    public static string SlugOf(AnnouncementKind kind) => kind == AnnouncementKind.Tender ? "marches-publics" : "emploi";

    /// <summary>Null: there is no such kind.</summary>
    public static AnnouncementKind? KindOf(string? slug) => slug switch
    {
        "marches-publics" => AnnouncementKind.Tender,
        "emploi" => AnnouncementKind.Job,
        _ => null,
    };
}
