using Gazetier.Locales;

namespace Gazetier.Features.Partners;

/// <summary>Labels, places and states in a person's words.</summary>
public static class PartnerNames
{
    public static string Name(this SlotLabel label, Phrases t) => label switch
    {
        SlotLabel.Advertisement => t["Publicité"],
        SlotLabel.Communique => t["Communiqué"],
        _ => t["Nos services"],
    };

    public static string Name(this SlotPlace place, Phrases t) => place == SlotPlace.UnderPage ? t["Sous chaque page"] : t["À côté de l’article"];

    /// <param name="now">UTC.</param>
    public static string State(this Insertion insertion, DateTime now, Phrases t) =>
        insertion.WithdrawnAt is not null ? t["Retirée"]
        : insertion.Until <= now ? t["Finie"]
        : insertion.From > now ? t["À venir"]
        : t["En ligne"];
}
