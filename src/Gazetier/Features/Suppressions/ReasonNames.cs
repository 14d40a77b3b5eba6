using Gazetier.Locales;

namespace Gazetier.Features.Suppressions;

/// <summary>Why an address is suppressed, in words.</summary>
public static class ReasonNames
{
    /// <summary>For the desk.</summary>
    public static string Said(this SuppressionReason reason, Phrases t) => reason switch
    {
        SuppressionReason.Unknown => t["Adresse inconnue de son serveur"],
        SuppressionReason.Unreachable => t["Injoignable plusieurs fois"],
        _ => t["Signalée comme indésirable"],
    };

    /// <summary>For the reader.</summary>
    public static string Explained(this SuppressionReason reason, Phrases t) => reason switch
    {
        SuppressionReason.Unknown => t["Le serveur de votre messagerie nous répond que cette adresse n’existe pas, ou plus."],
        SuppressionReason.Unreachable => t["Nos derniers envois n’ont pas pu être remis à cette adresse : la boîte était peut-être pleine."],
        _ => t["L’un de nos envois a été signalé comme indésirable depuis cette adresse. Nous avons donc arrêté."],
    };
}
