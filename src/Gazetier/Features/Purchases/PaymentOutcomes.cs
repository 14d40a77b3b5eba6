using Gazetier.Features.Offers;
using Gazetier.Locales;

namespace Gazetier.Features.Purchases;

/// <summary>Why a payment was not counted, as the desk reads it.</summary>
public static class PaymentOutcomes
{
    public static string Say(PaymentOutcome outcome, Purchase purchase, Phrases t) => outcome switch
    {
        PaymentOutcome.MoreThanOwed => t["C’est plus que ce qui reste dû : {0}. Enregistrez ce montant-là, et rendez le reste à qui l’a versé.", Price.Of(purchase.OwedCents, purchase.Currency, t.Culture)],
        PaymentOutcome.MoreThanPaid => t["C’est plus que ce qui a été reçu et pas encore rendu : {0}.", Price.Of(purchase.KeptCents, purchase.Currency, t.Culture)],
        PaymentOutcome.UndoneAlready => t["Ce règlement est déjà contre-passé."],
        _ => t["Cette commande n’attend pas de règlement."],
    };
}
