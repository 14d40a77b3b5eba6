using Gazetier.Locales;

namespace Gazetier.Features.Licensing;

/// <summary>Classes and choices in a person's words.</summary>
public static class RobotNames
{
    public static string Name(this RobotClass kind, Phrases t) => kind switch
    {
        RobotClass.Search => t["Moteurs de recherche"],
        RobotClass.LinkPreview => t["Aperçus de liens"],
        RobotClass.Training => t["Entraînement de modèles"],
        RobotClass.Answers => t["Réponses d’assistants"],
        _ => t["Archives du web"],
    };

    public static string Name(this RobotChoice choice, Phrases t) => choice switch
    {
        RobotChoice.Allowed => t["Permis"],
        RobotChoice.Preview => t["Aperçu seul"],
        RobotChoice.Licensed => t["Sous licence"],
        _ => t["Refusé"],
    };

    /// <summary>What they come for, in a sentence.</summary>
    public static string About(this RobotClass kind, Phrases t) => kind switch
    {
        RobotClass.Search => t["Ils indexent la page et y renvoient."],
        RobotClass.LinkPreview => t["Ils montrent une carte où quelqu’un poste un lien : réseaux, messageries."],
        RobotClass.Training => t["Ils amassent des textes pour entraîner des modèles."],
        RobotClass.Answers => t["Ils lisent la page pour répondre à quelqu’un, sans qu’il vienne la lire."],
        _ => t["Ils gardent des copies des pages."],
    };

    /// <summary>What the choice does, in a sentence.</summary>
    public static string About(this RobotChoice choice, Phrases t) => choice switch
    {
        RobotChoice.Allowed => t["La page est donnée, comme à un visiteur : la partie réservée n’y est jamais."],
        RobotChoice.Preview => t["La même page, pour en montrer un extrait : pas de copie gardée, pas d’apprentissage."],
        RobotChoice.Licensed => t["La réponse est 402, avec l’adresse de la licence."],
        _ => t["La réponse est 403, avec la même adresse."],
    };
}
