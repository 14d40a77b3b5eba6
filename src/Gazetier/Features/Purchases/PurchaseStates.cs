using Gazetier.Locales;

namespace Gazetier.Features.Purchases;

/// <summary>Where a purchase stands, in a word, and how the word looks.</summary>
public static class PurchaseStates
{
    public static (string Word, string Look) Of(Purchase purchase, DateTime now, Phrases t) => purchase switch
    {
        { State: PurchaseState.Begun } => (t["À terminer"], ""),
        { State: PurchaseState.Waiting } => (t["En vérification"], "warn"),
        { State: PurchaseState.Cancelled } => (t["Annulée"], ""),
        { SuspendedAt: not null } => (t["Accès suspendu"], "bad"),
        { OwedCents: 0 } => (t["Réglée"], "good"),
        _ when purchase.IsLate(now) => (t["En retard"], "bad"),
        { PaidCents: > 0 } => (t["Réglée en partie"], "warn"),
        _ => (t["À régler"], "warn"),
    };
}
