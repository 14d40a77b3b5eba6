using Gazetier.Features.Offers;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The second step: who is invoiced, and where. An organisation says how its accountant knows it.</summary>
public sealed class AddressForm
{
    /// <summary>Neither France nor Monaco: nothing is sold there by itself.</summary>
    public const string Abroad = "autre";

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "contact")]
    public string? Contact { get; set; }

    [FromForm(Name = "rue")]
    public string? Street { get; set; }

    [FromForm(Name = "postal")]
    public string? Postcode { get; set; }

    [FromForm(Name = "ville")]
    public string? City { get; set; }

    [FromForm(Name = "pays")]
    public string? Country { get; set; }

    [FromForm(Name = "siret")]
    public string? Siret { get; set; }

    [FromForm(Name = "service")]
    public string? ServiceCode { get; set; }

    [FromForm(Name = "engagement")]
    public string? Engagement { get; set; }

    [FromForm(Name = "plus-tard")]
    public bool EngagementComesLater { get; set; }

    [FromForm(Name = "bon")]
    public IFormFile? OrderFile { get; set; }

    public static AddressForm Of(BillingAddress billing) => new()
    {
        Name = billing.Name,
        Contact = billing.Contact,
        Street = billing.Street,
        Postcode = billing.Postcode,
        City = billing.City,
        Country = billing.Country,
        Siret = billing.Siret.Length == 0 ? "" : Organisations.Siret.Write(billing.Siret),
        ServiceCode = billing.ServiceCode,
        Engagement = billing.Engagement,
        EngagementComesLater = billing.EngagementComesLater,
    };

    /// <summary>Says in <paramref name="state"/> what is missing or wrong.</summary>
    public void Check(CustomerKind customer, ModelStateDictionary state, Phrases t)
    {
        var isOrganisation = customer == CustomerKind.Organisation;
        Need("nom", Name, Purchase.MaxName, isOrganisation ? t["Écrivez le nom de l’organisme, tel qu’il figure au répertoire Sirene."] : t["Écrivez le nom à porter sur la facture."]);
        Need("rue", Street, Purchase.MaxStreet, t["Écrivez l’adresse : numéro et voie."]);
        Need("ville", City, Purchase.MaxCity, t["Écrivez la ville."]);
        CheckPlace(state, t);
        if (isOrganisation)
        {
            Most("contact", Contact, Purchase.MaxName);
            Most("service", ServiceCode, Purchase.MaxServiceCode);
            Most("engagement", Engagement, Purchase.MaxEngagement);
            if (Organisations.Siret.Read(Siret) is null)
            {
                state.AddModelError("siret", t["Ce n’est pas un numéro SIRET : il a quatorze chiffres, et leur somme de contrôle doit être juste. Recopiez-le depuis un avis de situation ou une facture."]);
            }
        }

        void Need(string field, string? text, int longest, string sentence)
        {
            if (Printable.Only(text ?? "").Trim().Length == 0)
            {
                state.AddModelError(field, sentence);
            }

            Most(field, text, longest);
        }

        void Most(string field, string? text, int longest)
        {
            state.Limit(field, text, longest, t);
        }
    }

    /// <summary>Once it was checked.</summary>
    public void CopyTo(BillingAddress billing, CustomerKind customer)
    {
        billing.Name = Line(Name);
        billing.FoldedName = Fold.Of(billing.Name);
        billing.Street = Printable.Only(Street ?? "").ReplaceLineEndings("\n").Trim();
        billing.Postcode = Territories.Postcode(Postcode)!;
        billing.City = Line(City);
        billing.Country = Country!;
        if (customer == CustomerKind.Organisation)
        {
            billing.Contact = Line(Contact);
            billing.Siret = Organisations.Siret.Read(Siret)!;
            billing.ServiceCode = Line(ServiceCode);
            billing.Engagement = Line(Engagement);
            billing.EngagementComesLater = billing.Engagement.Length == 0 && EngagementComesLater;
        }
    }

    private void CheckPlace(ModelStateDictionary state, Phrases t)
    {
        if (Country is not (Territories.France or Territories.Monaco))
        {
            state.AddModelError("pays", t["Nous ne savons pas encore facturer en ligne à cette adresse. Écrivez au service des abonnements : il s’en charge."]);
        }
        else if (Territories.Postcode(Postcode) is not { } five)
        {
            state.AddModelError("postal", t["Écrivez les cinq chiffres du code postal."]);
        }
        else if (Territories.Of(Country, five) == Territory.Elsewhere)
        {
            state.AddModelError("postal", t["Nous ne savons pas encore facturer en ligne à cette adresse. Écrivez au service des abonnements : il s’en charge."]);
        }
    }

    private static string Line(string? text) => Printable.Line(text ?? "");
}
