using Gazetier.Features.Offers;
using Gazetier.Locales;

namespace Gazetier.Features.Purchases;

/// <summary>Why a code takes nothing off, as its owner reads it.</summary>
public static class PromotionRefusals
{
    public static string Say(PromotionRefusal why, Phrases t) => why switch
    {
        PromotionRefusal.TooEarly => t["Ce code n’est pas encore valable."],
        PromotionRefusal.TooLate => t["Ce code n’est plus valable."],
        PromotionRefusal.OtherOffer => t["Ce code vaut pour une autre formule."],
        PromotionRefusal.UsedUp => t["Ce code a déjà servi autant de fois qu’il le pouvait."],
        _ => t["Ce code n’existe pas. Recopiez-le, ou laissez le champ vide."],
    };
}
