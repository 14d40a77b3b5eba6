using Gazetier.Locales;

namespace Gazetier.Features.Accounts;

/// <summary>Roles in the trade's words.</summary>
public static class StaffRoleNames
{
    public static string Of(StaffRole role, Phrases t) => role switch
    {
        StaffRole.Journalist => t["Journaliste"],
        StaffRole.SubEditor => t["Secrétariat de rédaction"],
        StaffRole.SectionEditor => t["Chef ou cheffe de rubrique"],
        StaffRole.EditorInChief => t["Rédaction en chef"],
        StaffRole.SubscriptionDesk => t["Service abonnements"],
        StaffRole.Moderator => t["Modération"],
        _ => t["Administration"],
    };

    /// <summary>What somebody with the role does, in a line.</summary>
    public static string About(StaffRole role, Phrases t) => role switch
    {
        StaffRole.Journalist => t["écrit et illustre ses articles"],
        StaffRole.SubEditor => t["relit, corrige et renvoie les articles de tous"],
        StaffRole.SectionEditor => t["relit tout, publie dans ses rubriques"],
        StaffRole.EditorInChief => t["publie partout, compose la une, règle le journal"],
        StaffRole.SubscriptionDesk => t["répond aux abonnés ; n’ouvre pas les articles en cours"],
        StaffRole.Moderator => t["veille sur les commentaires ; n’ouvre pas les articles en cours"],
        _ => t["peut tout, et compose l’équipe"],
    };
}
