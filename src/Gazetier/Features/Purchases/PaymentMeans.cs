using Gazetier.Locales;

namespace Gazetier.Features.Purchases;

/// <summary>How a purchase is paid.</summary>
public enum PaymentMeans
{
    /// <summary>Virement.</summary>
    Transfer,

    /// <summary>Chèque.</summary>
    Cheque,

    /// <summary>Mandat administratif: an order of payment that a public accountant carries out by transfer (F-01).</summary>
    Mandate,

    /// <summary>Carte bancaire, at a provider's.</summary>
    Card,

    /// <summary>Nothing to pay, or the newspaper makes a present of it.</summary>
    Complimentary,
}

public static class PaymentMeansNames
{
    public static string Of(PaymentMeans means, Phrases t) => means switch
    {
        PaymentMeans.Transfer => t["Virement bancaire"],
        PaymentMeans.Cheque => t["Chèque"],
        PaymentMeans.Mandate => t["Mandat administratif"],
        PaymentMeans.Card => t["Carte bancaire"],
        _ => t["Offert"],
    };
}
