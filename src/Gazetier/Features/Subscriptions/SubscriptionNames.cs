using Gazetier.Locales;

namespace Gazetier.Features.Subscriptions;

public static class SubscriptionNames
{
    /// <summary>Where a contract stands at <paramref name="now"/> (UTC), and how its sign is coloured.</summary>
    public static (string Name, string Colour) State(this Subscription contract, DateTime now, Phrases t) =>
        contract.Until <= now ? (t["Terminé"], "")
        : contract.SuspendedAt is not null ? (contract.Suspension == Suspension.Paused ? t["En pause"] : t["Suspendu, impayé"], "bad")
        : contract.From > now ? (t["À venir"], "warn")
        : contract.CancelledAt is not null ? (t["Résilié, lisible jusqu’à sa fin"], "")
        : (t["En cours"], "good");
}
