using Gazetier.Locales;

namespace Gazetier.Features.Access;

/// <summary>What an article asks of its reader, as the newsroom says it.</summary>
public static class RequirementNames
{
    public static string Name(this Requirement asked, Phrases t) => asked switch
    {
        Requirement.None => t["Libre"],
        Requirement.Registration => t["Avec un compte gratuit"],
        _ => t["Réservé aux abonnés"],
    };
}
