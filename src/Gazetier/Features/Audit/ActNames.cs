using Gazetier.Locales;

namespace Gazetier.Features.Audit;

/// <summary>Acts in a person's words.</summary>
public static class ActNames
{
    public const string SignedIn = "staff.signed-in";
    public const string Added = "staff.added";
    public const string RoleChanged = "staff.role";
    public const string SectionsChanged = "staff.sections";
    public const string Dismissed = "staff.dismissed";
    public const string Disconnected = "staff.disconnected";
    public const string FactorSet = "factor.set";
    public const string FactorRemoved = "factor.removed";
    public const string FactorsReset = "factor.reset";
    public const string CodesMade = "factor.codes";

    /// <summary>What is not known is said as it stands: a line of an older version must still be read.</summary>
    public static string Of(string what, Phrases t) => what switch
    {
        SignedIn => t["Entrée dans la rédaction"],
        Added => t["Ajout à l’équipe"],
        RoleChanged => t["Changement de fonction"],
        SectionsChanged => t["Changement de rubriques"],
        Dismissed => t["Départ de l’équipe"],
        Disconnected => t["Appareils déconnectés"],
        FactorSet => t["Seconde preuve ajoutée"],
        FactorRemoved => t["Seconde preuve retirée"],
        FactorsReset => t["Secondes preuves remises à zéro"],
        CodesMade => t["Codes de secours refaits"],
        "article.created" => t["Article commencé"],
        "article.ordered" => t["Article commandé"],
        "article.moved" => t["Changement d’étape"],
        "article.published" => t["Article publié"],
        "article.republished" => t["Article publié à nouveau"],
        "article.scheduled" => t["Parution programmée"],
        "article.unscheduled" => t["Parution déprogrammée"],
        "article.withdrawn" => t["Article retiré"],
        "article.restored" => t["Version rétablie"],
        _ => what,
    };
}
