using Gazetier.Features.Places;
using Gazetier.Locales;

namespace Gazetier.Features.Announcements;

public static class AnnouncementNames
{
    public static string Name(this AnnouncementKind kind, Phrases t) => kind == AnnouncementKind.Tender ? t["Marché public"] : t["Offre d’emploi"];

    public static string Plural(this AnnouncementKind kind, Phrases t) => kind == AnnouncementKind.Tender ? t["Marchés publics"] : t["Offres d’emploi"];

    public static string Name(this TenderNature nature, Phrases t) => nature switch
    {
        TenderNature.Works => t["Travaux"],
        TenderNature.Supplies => t["Fournitures"],
        _ => t["Prestations de services"],
    };

    public static string Name(this AnnouncementState state, Phrases t) => state switch
    {
        AnnouncementState.Draft => t["Brouillon"],
        AnnouncementState.Open => t["En cours"],
        AnnouncementState.Ended => t["Terminée"],
        _ => t["Retirée"],
    };

    /// <summary>The class of a mark on the page.</summary>
    public static string Mark(this AnnouncementState state) => state switch
    {
        AnnouncementState.Open => "good",
        AnnouncementState.Withdrawn => "bad",
        _ => "",
    };

    /// <summary>"Ville de Valmorel • Valmorel, Savoie"; what is not known is left out.</summary>
    public static string Who(this Announcement announcement) => string.Join(" • ", new[] { announcement.Organisation, announcement.Where() }.Where(part => part.Length > 0));

    /// <summary>"Lormière (Savoie)": the locality with the place, or what there is of them.</summary>
    public static string Where(this Announcement announcement)
    {
        var place = announcement.PlaceId is { } id ? Gazetteer.OfId(id)?.Name ?? "" : "";
        return announcement.Locality.Length == 0 || place.StartsWith(announcement.Locality, StringComparison.OrdinalIgnoreCase) ? place
            : place.Length == 0 || announcement.Locality.Contains(place, StringComparison.OrdinalIgnoreCase) ? announcement.Locality
            : $"{announcement.Locality} ({place})";
    }

    /// <summary>What is looked for, in a sentence: "Marchés publics • eau potable • Savoie".</summary>
    public static string Name(this AnnouncementFilter filter, Phrases t) => string.Join(
        " • ",
        new[] { filter.Kind?.Plural(t) ?? t["Toutes les annonces"], filter.Nature?.Name(t) ?? "", filter.Words.Length > 0 ? t["« {0} »", filter.Words] : "", filter.Place?.Name ?? "" }.Where(part => part.Length > 0));
}
