using System.Security.Cryptography;
using System.Text;
using Gazetier.Locales;

namespace Gazetier.Features.Announcements;

/// <summary>One line of a table, or one entry of a feed, and what would become of it.</summary>
/// <param name="Number">As an editor counts them.</param>
/// <param name="Written">What stands there as a title.</param>
/// <param name="Announcement">Null where it cannot be read.</param>
public sealed record AnnouncementLine(int Number, string Written, Announcement? Announcement, AnnouncementFault Fault)
{
    /// <summary>False: it names no deadline, and what the newspaper has keeps its own.</summary>
    public bool HasDeadline { get; init; } = true;

    /// <summary>Whether an import does something with it.</summary>
    public bool IsGood => Fault is AnnouncementFault.None or AnnouncementFault.Changed;

    /// <summary>Marks an announcement with what its origin says of it.</summary>
    public static Announcement Sealed(Announcement announcement, bool hasDeadline)
    {
        var a = announcement;
        string[] said =
        [
            a.Kind.ToString(), a.Title, a.Organisation, a.Text, a.Locality, a.PlaceId?.ToString("N") ?? "", a.Reference, a.Nature?.ToString() ?? "",
            a.Branch, a.Grade, a.Contract, a.Link, hasDeadline ? Text.Iso8601.Of(a.DeadlineAt) : "",
        ];
        a.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', said))));
        return a;
    }
}

/// <summary>What is to be said of a line.</summary>
public enum AnnouncementFault
{
    /// <summary>It is new.</summary>
    None,

    /// <summary>The newspaper has it, and it says something else now.</summary>
    Changed,

    /// <summary>The newspaper has it as it is.</summary>
    Known,

    NoKind,
    NoTitle,
    NoReference,
    NoDeadline,
    Past,
    UnknownPlace,
    BadNature,
    BadLink,
    TooLong,

    /// <summary>The same reference stands above it.</summary>
    Twice,
}

public static class AnnouncementFaultNames
{
    public static string Name(this AnnouncementFault fault, Phrases t) => fault switch
    {
        AnnouncementFault.None => t["Sera publiée"],
        AnnouncementFault.Changed => t["Sera mise à jour"],
        AnnouncementFault.Known => t["Déjà là, sans changement"],
        AnnouncementFault.NoKind => t["Genre inconnu : écrivez marche ou emploi"],
        AnnouncementFault.NoTitle => t["Il manque l’objet"],
        AnnouncementFault.NoReference => t["Il manque la référence"],
        AnnouncementFault.NoDeadline => t["La date limite manque ou ne se lit pas"],
        AnnouncementFault.Past => t["La date limite est passée"],
        AnnouncementFault.UnknownPlace => t["Ce territoire est inconnu, ou porte le nom de plusieurs"],
        AnnouncementFault.BadNature => t["Nature inconnue : écrivez travaux, fournitures ou services"],
        AnnouncementFault.BadLink => t["Le lien n’est pas une adresse du web"],
        AnnouncementFault.TooLong => t["Une cellule est trop longue"],
        _ => t["Cette référence est déjà plus haut"],
    };

    /// <summary>The class of a mark on the page.</summary>
    public static string Mark(this AnnouncementFault fault) => fault switch
    {
        AnnouncementFault.None or AnnouncementFault.Changed => "good",
        AnnouncementFault.Known => "",
        _ => "bad",
    };
}
