using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;

namespace Gazetier.Features.Departures;

/// <summary>Renoncer au contrat ici: within fourteen days, in two steps, signed out too (L-10).</summary>
public class WithdrawModel(GazetierDb db, ReceiveDeparture receive, Masthead masthead, TimeProvider clock, Phrases t) : DeclareModel(db, receive, masthead, clock, t)
{
    public override DepartureKind Kind => DepartureKind.Withdrawal;

    public override string Address => "/renoncer";
}
