using Gazetier.Locales;

namespace Gazetier.Features.Offers;

public static class CustomerKindNames
{
    public static string Of(CustomerKind kind, Phrases t) => kind switch
    {
        CustomerKind.Individual => t["Un lecteur"],
        CustomerKind.Student => t["Un étudiant ou un candidat à un concours"],
        _ => t["Une collectivité, un organisme"],
    };

    /// <summary>Heading of a group of offers.</summary>
    public static string Group(CustomerKind kind, Phrases t) => kind switch
    {
        CustomerKind.Individual => t["Pour vous"],
        CustomerKind.Student => t["Étudiants et candidats aux concours"],
        _ => t["Collectivités et organismes"],
    };

    /// <summary>"de 5 000 à 19 999 habitants"; empty where there is no band.</summary>
    public static string Band(Offer offer, Phrases t) => (offer.SizeFrom, offer.SizeTo) switch
    {
        (null, null) => "",
        (null, { } most) => t["jusqu’à {0:N0} habitants", most],
        ({ } least, null) => t["à partir de {0:N0} habitants", least],
        ({ } least, { } most) => t["de {0:N0} à {1:N0} habitants", least, most],
    };
}
