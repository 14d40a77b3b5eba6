namespace Gazetier.Features.Purchases;

/// <summary>Where the steps of a purchase are.</summary>
public static class PurchaseAddress
{
    public const string Mine = "/mon-compte/commandes";
    public const string Desk = "/redaction/commandes";

    public const string Quotes = "/mon-compte/devis";

    /// <summary>The PDF of a quote.</summary>
    public static string Quote(string number) => $"{Quotes}/{number}";

    public static string Begin(string offer) => $"/abonnement/commander/{offer}";

    public static string Of(Guid id, PurchaseStep step) => $"/abonnement/commande/{id}/" + step switch
    {
        PurchaseStep.Address => "adresse",
        PurchaseStep.Payment => "reglement",
        _ => "recapitulatif",
    };

    public static string Done(Guid id) => $"/abonnement/commande/{id}/merci";
}
