using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// What a reader bought. An order outlives the account: the law wants it kept for ten years (C. com. L123-22; GDPR art. 17 § 3 b). What was
/// only begun goes.
/// </summary>
public class PurchasePersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Commande commencée : formule, adresse de facturation",
            "Vous laisser la reprendre",
            "Contrat : vous l’avez demandé",
            "{0} jours, ou jusqu’à ce que vous l’abandonniez",
            WithTheAccount.Erased, [typeof(Purchase)], Purchase.KeptBegun.Days),
        new(
            "Commandes et pièces comptables : nom et adresse de facturation, SIRET, bon de commande, prix, règlements, ce que vous avez accepté",
            "Tenir la comptabilité, prouver le contrat",
            "Obligation légale (code de commerce, art. L. 123-22)",
            "Dix ans",
            WithTheAccount.Kept, [typeof(Purchase), typeof(PurchaseFile), typeof(Payment), typeof(WrittenQuote)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var purchases = await db.Purchases.AsNoTracking().Include(p => p.Offer).Where(p => p.AccountId == person.AccountId).OrderBy(p => p.BegunAt).ToListAsync(cancel);
        var ids = purchases.ConvertAll(p => p.Id);
        var numbers = purchases.ToDictionary(p => p.Id, p => p.Number);
        var payments = await db.Payments.AsNoTracking().Where(p => ids.Contains(p.PurchaseId)).OrderBy(p => p.RecordedAt).ToListAsync(cancel);
        var quotes = await db.WrittenQuotes.AsNoTracking().Where(q => ids.Contains(q.PurchaseId)).OrderBy(q => q.MadeAt).ToListAsync(cancel);
        string[] columns =
        [
            "numero", "etat", "commencee_le", "commandee_le", "formule", "quantite", "habitants", "nom", "contact", "rue", "code_postal", "ville", "pays", "siret", "code_service",
            "engagement", "reglement", "code_promotionnel", "hors_taxe", "taxe", "toutes_taxes", "monnaie", "paye", "echeance", "preuve", "empreinte",
        ];
        return
        [
            new("commandes", columns,
            [
                .. purchases.Select(p => new object?[]
                {
                    p.Number, p.State.ToString(), p.BegunAt, p.OrderedAt, p.OfferName.Length > 0 ? p.OfferName : p.Offer.Name, p.Quantity, p.Inhabitants, p.Billing.Name, p.Billing.Contact, p.Billing.Street,
                    p.Billing.Postcode, p.Billing.City, p.Billing.Country, p.Billing.Siret, p.Billing.ServiceCode, p.Billing.Engagement, p.Means?.ToString(), p.PromotionCode, p.NetCents, p.VatCents,
                    p.GrossCents, p.Currency, p.PaidCents, p.DueAt, p.Evidence, p.EvidenceHash,
                }),
            ]),
            new("devis", ["numero", "etabli_le", "valable_jusqu_au", "destinataire", "formule", "hors_taxe", "taxe"],
                [.. quotes.Select(q => new object?[] { q.Number, q.MadeAt, q.ValidUntil, q.Recipient, q.OfferName, q.NetCents, q.VatCents })]),
            new("reglements", ["commande", "nature", "centimes", "moyen", "recu_le", "note"],
                [.. payments.Select(p => new object?[] { numbers[p.PurchaseId], p.Kind.ToString(), p.Cents, p.Means.ToString(), p.ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), p.Note })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.Purchases.Where(p => p.AccountId == person.AccountId && p.State == PurchaseState.Begun).ExecuteDeleteAsync(cancel);
        await db.Purchases.Where(p => p.AccountId == person.AccountId).ExecuteUpdateAsync(p => p.SetProperty(x => x.AccountId, (Guid?)null), cancel);
        // Who of the staff has no name is called by their address.
        await db.Payments.Where(p => p.ByName == person.Email).ExecuteUpdateAsync(p => p.SetProperty(x => x.ByName, ""), cancel);
    }
}
