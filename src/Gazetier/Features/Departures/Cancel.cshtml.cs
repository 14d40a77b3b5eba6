using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;

namespace Gazetier.Features.Departures;

/// <summary>Résilier votre contrat: three clicks, signed out too (L-01 to L-04).</summary>
public class CancelModel(GazetierDb db, ReceiveDeparture receive, Masthead masthead, TimeProvider clock, Phrases t) : DeclareModel(db, receive, masthead, clock, t)
{
    public override DepartureKind Kind => DepartureKind.Cancellation;

    public override string Address => "/resilier";
}
