using Gazetier.Features.Follows;
using Gazetier.Locales;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>How the newsroom's pages speak of each kind; and which kind an address speaks of.</summary>
public static class HeadingWords
{
    public static readonly IReadOnlyList<FollowKind> Kinds = [FollowKind.Theme, FollowKind.Dossier, FollowKind.Author, FollowKind.Section];

    /// <summary>Of "/redaction/dossiers/…".</summary>
    public static FollowKind HeadingKind(this HttpContext context)
    {
        var folder = context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var second, ..] ? second : "";
        return Kinds.FirstOrDefault(kind => string.Equals(kind.Folder(), folder, StringComparison.OrdinalIgnoreCase));
    }

    public static string Plural(this FollowKind kind, Phrases t) => kind switch
    {
        FollowKind.Theme => t["Thèmes"],
        FollowKind.Dossier => t["Dossiers"],
        FollowKind.Author => t["Auteurs"],
        _ => t["Rubriques"],
    };

    public static string New(this FollowKind kind, Phrases t) => kind switch
    {
        FollowKind.Theme => t["Nouveau thème"],
        FollowKind.Dossier => t["Nouveau dossier"],
        FollowKind.Author => t["Nouvelle signature"],
        _ => t["Nouvelle rubrique"],
    };

    /// <summary>What its name is called.</summary>
    public static string NameLabel(this FollowKind kind, Phrases t) => kind == FollowKind.Dossier ? t["Titre"] : t["Nom"];
}
