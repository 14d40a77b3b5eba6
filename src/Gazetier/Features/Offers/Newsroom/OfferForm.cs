using Gazetier.Features.Products;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>The fields of an offer.</summary>
public sealed class OfferForm
{
    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "pour-qui")]
    public string? Audience { get; set; }

    [FromForm(Name = "contenu")]
    public string? Description { get; set; }

    /// <summary>Numbers of products.</summary>
    [FromForm(Name = "produit")]
    public int[] Products { get; set; } = [];

    [FromForm(Name = "client")]
    public CustomerKind? Customer { get; set; }

    [FromForm(Name = "habitants-de")]
    public int? SizeFrom { get; set; }

    [FromForm(Name = "habitants-a")]
    public int? SizeTo { get; set; }

    [FromForm(Name = "places")]
    public int? Seats { get; set; }

    [FromForm(Name = "prix")]
    public string? Price { get; set; }

    [FromForm(Name = "hors-taxe")]
    public bool IsWithoutTax { get; set; }

    [FromForm(Name = "devis")]
    public bool IsOnQuote { get; set; }

    [FromForm(Name = "taxe")]
    public VatClass? VatClass { get; set; }

    [FromForm(Name = "duree")]
    public int? TermMonths { get; set; }

    [FromForm(Name = "lancement")]
    public string? Intro { get; set; }

    [FromForm(Name = "lancement-termes")]
    public int? IntroTerms { get; set; }

    [FromForm(Name = "essai")]
    public int? TrialDays { get; set; }

    [FromForm(Name = "reconduction")]
    public bool Renews { get; set; }

    [FromForm(Name = "vente-du")]
    public string? SoldFrom { get; set; }

    [FromForm(Name = "vente-au")]
    public string? SoldUntil { get; set; }

    public static OfferForm Of(Offer offer, TimeZoneInfo zone) => new()
    {
        Name = offer.Name,
        Audience = offer.Audience,
        Description = offer.Description,
        Products = [.. offer.Products.Numbers],
        Customer = offer.Customer,
        SizeFrom = offer.SizeFrom,
        SizeTo = offer.SizeTo,
        Seats = offer.Seats,
        Price = Offers.Price.Typed(offer.PriceCents),
        IsWithoutTax = offer.PriceIsWithoutTax,
        IsOnQuote = offer.IsOnQuote,
        VatClass = offer.VatClass,
        TermMonths = offer.TermMonths,
        Intro = Offers.Price.Typed(offer.IntroCents),
        IntroTerms = offer.IntroTerms == 0 ? null : offer.IntroTerms,
        TrialDays = offer.TrialDays == 0 ? null : offer.TrialDays,
        Renews = offer.Renews,
        SoldFrom = LocalMoment.Write(offer.SoldFrom, zone),
        SoldUntil = LocalMoment.Write(offer.SoldUntil, zone),
    };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(IReadOnlyList<Product> products, TimeZoneInfo zone, ModelStateDictionary state, Phrases t)
    {
        Wrong("nom", Line(Name).Length is 0 or > Offer.MaxName, t["Donnez un nom, de {0} signes au plus.", Offer.MaxName]);
        Wrong("pour-qui", Audience?.Length > Offer.MaxAudience, t["{0} signes au plus, ici {1}.", Offer.MaxAudience, Audience?.Length]);
        Wrong("contenu", Description?.Length > Offer.MaxDescription, t["{0} signes au plus, ici {1}.", Offer.MaxDescription, Description?.Length]);
        Wrong("produit", Products.Any(number => products.All(p => p.Number != number)), t["Ce produit n’existe pas."]);
        Wrong("client", Customer is null || !Enum.IsDefined(Customer.Value), t["Choisissez à qui la formule s’adresse."]);
        Wrong("taxe", VatClass is null || !Enum.IsDefined(VatClass.Value), t["Choisissez ce que la formule est pour la TVA."]);
        CheckPrice();
        Wrong("duree", TermMonths is null or < 1 or > Offer.MaxTerm, t["Écrivez un nombre de mois, de 1 à {0}.", Offer.MaxTerm]);
        Wrong("essai", TrialDays is < 0 or > Offer.MaxTrial, t["Écrivez un nombre de jours, de 0 à {0}.", Offer.MaxTrial]);
        Wrong("places", Seats is < 1 or > 1_000_000, t["Écrivez un nombre de places, ou rien."]);
        Wrong("habitants-de", SizeFrom is < 0, t["Écrivez un nombre d’habitants, ou rien."]);
        Wrong("habitants-a", SizeTo < (SizeFrom ?? 0), t["Ce nombre vient avant le premier."]);
        var hasFrom = LocalMoment.TryRead(SoldFrom, zone, out var from);
        Wrong("vente-du", !hasFrom, t["Écrivez une date et une heure."]);
        Wrong("vente-au", !LocalMoment.TryRead(SoldUntil, zone, out var until) || until <= from, t["Écrivez une date et une heure, après le début de la vente."]);

        void CheckPrice()
        {
            Wrong("prix", !IsOnQuote && Offers.Price.Read(Price) is null, t["Écrivez un prix, comme 199,00. Zéro : la formule est gratuite."]);
            Wrong("lancement", !string.IsNullOrWhiteSpace(Intro) && Offers.Price.Read(Intro) is null, t["Écrivez un prix, comme 99,00, ou rien."]);
            Wrong("lancement-termes", !string.IsNullOrWhiteSpace(Intro) && IntroTerms is null or < 1 or > 24, t["Dites pendant combien de termes, de 1 à 24."]);
        }

        void Wrong(string field, bool isWrong, string sentence)
        {
            if (isWrong && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
            {
                state.AddModelError(field, sentence);
            }
        }
    }

    /// <summary>After <see cref="Check"/>.</summary>
    public void CopyTo(Offer offer, TimeZoneInfo zone)
    {
        var isOrganisation = Customer == CustomerKind.Organisation;
        offer.Name = Line(Name);
        offer.Audience = Line(Audience);
        offer.Description = Printable.Only(Description ?? "").ReplaceLineEndings("\n").Trim();
        offer.Products = ProductSet.Of(Products);
        offer.Customer = Customer!.Value;
        offer.SizeFrom = isOrganisation ? SizeFrom : null;
        offer.SizeTo = isOrganisation ? SizeTo : null;
        offer.Seats = isOrganisation ? Seats : null;
        offer.PriceCents = Offers.Price.Read(Price) ?? 0;
        // Consumers are told prices with tax (C. conso. L112-1).
        offer.PriceIsWithoutTax = isOrganisation && IsWithoutTax;
        offer.IsOnQuote = IsOnQuote;
        offer.VatClass = VatClass!.Value;
        offer.TermMonths = TermMonths!.Value;
        offer.IntroCents = Offers.Price.Read(Intro);
        offer.IntroTerms = offer.IntroCents is null ? 0 : IntroTerms ?? 1;
        offer.TrialDays = TrialDays ?? 0;
        offer.Renews = Renews;
        offer.SoldFrom = LocalMoment.TryRead(SoldFrom, zone, out var from) ? from : null;
        offer.SoldUntil = LocalMoment.TryRead(SoldUntil, zone, out var until) ? until : null;
    }

    private static string Line(string? text) => Printable.Line(text ?? "");
}
