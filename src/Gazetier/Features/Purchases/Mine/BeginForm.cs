using Gazetier.Features.Offers;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The first step: how much of the offer, and a promotion code.</summary>
public sealed class BeginForm
{
    [FromForm(Name = "quantite")]
    public int? Quantity { get; set; }

    [FromForm(Name = "habitants")]
    public int? Inhabitants { get; set; }

    [FromForm(Name = "code")]
    public string? Code { get; set; }

    public static BeginForm Of(Purchase? purchase) => new()
    {
        Quantity = purchase?.Quantity ?? 1,
        Inhabitants = purchase?.Inhabitants,
        Code = purchase?.PromotionCode,
    };

    public static bool AsksQuantity(Offer offer) => offer is { Customer: CustomerKind.Organisation, Seats: not null };

    public static bool AsksSize(Offer offer) => offer is { Customer: CustomerKind.Organisation } and ({ SizeFrom: not null } or { SizeTo: not null });

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(Offer offer, PromotionCode? known, DateTime now, ModelStateDictionary state, Phrases t)
    {
        if (AsksQuantity(offer) && Quantity is null or < 1 or > Offer.MaxQuantity)
        {
            state.AddModelError("quantite", t["Écrivez un nombre, de 1 à {0}.", Offer.MaxQuantity]);
        }

        if (AsksSize(offer))
        {
            CheckSize(offer, state, t);
        }

        if (!string.IsNullOrWhiteSpace(Code) && (known is null ? PromotionRefusal.Unknown : known.Against(offer, now)) is { } why)
        {
            state.AddModelError("code", PromotionRefusals.Say(why, t));
        }
    }

    public void CopyTo(Purchase purchase)
    {
        purchase.Quantity = AsksQuantity(purchase.Offer) ? Quantity!.Value : 1;
        purchase.Inhabitants = AsksSize(purchase.Offer) ? Inhabitants : null;
        purchase.PromotionCode = PromotionCode.Read(Code) ?? "";
    }

    private void CheckSize(Offer offer, ModelStateDictionary state, Phrases t)
    {
        if (Inhabitants is null or < 1 or > 100_000_000)
        {
            state.Remove("habitants");
            state.AddModelError("habitants", t["Écrivez le nombre d’habitants : le prix en dépend."]);
        }
        else if (!offer.Fits(Inhabitants.Value))
        {
            state.AddModelError("habitants", t["Cette formule est faite pour une collectivité {0}. Choisissez celle qui correspond à la vôtre.", CustomerKindNames.Band(offer, t)]);
        }
    }
}
