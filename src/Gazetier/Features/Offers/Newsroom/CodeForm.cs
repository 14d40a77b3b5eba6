using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>The fields of a promotion code.</summary>
public sealed class CodeForm
{
    [FromForm(Name = "code")]
    public string? Code { get; set; }

    [FromForm(Name = "pour-cent")]
    public int? PercentOff { get; set; }

    [FromForm(Name = "montant")]
    public string? AmountOff { get; set; }

    [FromForm(Name = "formule")]
    public Guid? OfferId { get; set; }

    [FromForm(Name = "du")]
    public string? From { get; set; }

    [FromForm(Name = "au")]
    public string? Until { get; set; }

    [FromForm(Name = "usages")]
    public int? MostUses { get; set; }

    /// <summary>Null: something is wrong, and is said in <paramref name="state"/>.</summary>
    public PromotionCode? Read(IReadOnlyList<Offer> offers, TimeZoneInfo zone, DateTime now, ModelStateDictionary state, Phrases t)
    {
        var code = PromotionCode.Read(Code);
        Wrong("code", code is null, t["Écrivez un code de 3 à {0} lettres sans accent, chiffres et tirets.", PromotionCode.MaxLength]);
        var cents = Price.Read(AmountOff);
        Wrong("pour-cent", PercentOff is < 1 or > 100, t["Écrivez un pourcentage, de 1 à 100."]);
        Wrong("montant", !string.IsNullOrWhiteSpace(AmountOff) && cents is null or 0, t["Écrivez un montant, comme 20,00, ou rien."]);
        Wrong("pour-cent", PercentOff is null == string.IsNullOrWhiteSpace(AmountOff), t["Un pourcentage ou un montant : l’un des deux."]);
        Wrong("formule", OfferId is { } only && offers.All(o => o.Id != only), t["Cette formule n’existe pas."]);
        Wrong("du", !LocalMoment.TryRead(From, zone, out var from), t["Écrivez une date et une heure."]);
        Wrong("au", !LocalMoment.TryRead(Until, zone, out var until) || until <= (from ?? now), t["Écrivez une date et une heure à venir."]);
        Wrong("usages", MostUses is < 1, t["Écrivez un nombre, ou rien."]);
        return state.IsValid
            ? new PromotionCode { Code = code!, PercentOff = PercentOff, CentsOff = PercentOff is null ? cents : null, OfferId = OfferId, From = from, Until = until, MostUses = MostUses, CreatedAt = now }
            : null;

        void Wrong(string field, bool isWrong, string sentence)
        {
            if (isWrong && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
            {
                state.AddModelError(field, sentence);
            }
        }
    }
}
