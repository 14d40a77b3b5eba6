using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Gazetier.Features.Purchases;

/// <summary>Proof of what a customer saw and accepted when they ordered (L-11): the summary, the terms, the boxes, the button.</summary>
public static class Evidence
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <param name="accepted">The sentences beside the boxes that were ticked, and on the button.</param>
    public static string Of(Purchase purchase, Quote quote, SalesTerms terms, IReadOnlyList<string> accepted, (DateTime From, DateTime Until)? when, string? devis = null) =>
        JsonSerializer.Serialize(
            new
            {
                commande = purchase.Number,
                le = purchase.OrderedAt,
                formule = new { nom = purchase.OfferName, mois = purchase.TermMonths, quantite = purchase.Quantity, reconduction = purchase.Offer.Renews, contenu = purchase.Offer.Description },
                prix = new
                {
                    hors_taxe = quote.Total.NetCents,
                    taxe = quote.Total.VatCents,
                    toutes_taxes = quote.Total.GrossCents,
                    centimes_de = purchase.Currency,
                    taux = quote.Rate.BasisPoints,
                    source = quote.Rate.Source,
                    remise = quote.DiscountCents,
                    code = purchase.PromotionCode,
                    terme_suivant = quote.Next.GrossCents,
                },
                devis,
                debut = when?.From,
                fin = when?.Until,
                facturation = purchase.Billing,
                reglement = purchase.Means?.ToString(),
                conditions = new { version = terms.Version, sha256 = HashOf(terms.Text) },
                accepte = accepted,
            },
            Readable);

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
