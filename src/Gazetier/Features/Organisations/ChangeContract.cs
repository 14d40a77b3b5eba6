using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Makes an organisation's contract, extends it, changes its seats, suspends and ends it, for the desk. Whoever sits in it learns it at
/// once on this node, and within a minute on the others.
/// </summary>
public class ChangeContract(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Subscription> MakeAsync(Guid organisationId, ContractTerms terms, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            var contract = new Subscription { OrganisationId = organisationId, Origin = terms.Origin, Products = terms.Products, From = terms.From, Until = terms.Until, Seats = terms.Seats };
            db.Subscriptions.Add(contract);
            await LicenseAsync(contract, terms, inside);
            await SayAsync(contract, OrganisationActs.ContractMade, Said(contract, terms), desk, inside);
            return contract;
        },
        cancel);

    /// <summary>Null: done.</summary>
    /// <param name="version">As the form showed it.</param>
    /// <returns>Why not, and how many seats are taken.</returns>
    public Task<(ContractRefusal? Refusal, int Taken)> ChangeAsync(Guid organisationId, Guid contractId, int version, ContractTerms terms, SignedIn desk, CancellationToken cancel) => WithAsync(
        organisationId,
        contractId,
        async (contract, inside) =>
        {
            var taken = (await db.SeatsOfAsync(contract, Now, inside)).Taken;
            if (contract.Version != version)
            {
                return (ContractRefusal.Changed, taken);
            }

            if (terms.Seats < taken)
            {
                return (ContractRefusal.MoreTaken, taken);
            }

            (contract.Origin, contract.Products, contract.From, contract.Until, contract.Seats) = (terms.Origin, terms.Products, terms.From, terms.Until, terms.Seats);
            await MoveDownAsync(contract, inside);
            await LicenseAsync(contract, terms, inside);
            await SayAsync(contract, OrganisationActs.ContractChanged, Said(contract, terms), desk, inside);
            return (null, taken);
        },
        cancel);

    /// <param name="why">Null: takes it up again.</param>
    public async Task<ContractRefusal?> SuspendAsync(Guid organisationId, Guid contractId, Suspension? why, SignedIn desk, CancellationToken cancel) => (await WithAsync(
        organisationId,
        contractId,
        async (contract, inside) =>
        {
            contract.SuspendedAt = why is null ? null : contract.SuspendedAt ?? Now;
            contract.Suspension = why;
            await SayAsync(contract, why is null ? OrganisationActs.ContractResumed : OrganisationActs.ContractSuspended, contract.Reference, desk, inside);
            return (null, 0);
        },
        cancel)).Refusal;

    /// <summary>Ends it at this moment.</summary>
    public async Task<ContractRefusal?> EndAsync(Guid organisationId, Guid contractId, SignedIn desk, CancellationToken cancel) => (await WithAsync(
        organisationId,
        contractId,
        async (contract, inside) =>
        {
            contract.CancelledAt ??= Now;
            contract.Until = contract.Until < Now ? contract.Until : Now;
            contract.From = contract.From < contract.Until ? contract.From : contract.Until;
            await SayAsync(contract, OrganisationActs.ContractEnded, contract.Reference, desk, inside);
            return (null, 0);
        },
        cancel)).Refusal;

    private async Task<(ContractRefusal? Refusal, int Taken)> WithAsync(
        Guid organisationId, Guid contractId, Func<Subscription, CancellationToken, Task<(ContractRefusal?, int)>> change, CancellationToken cancel)
    {
        (ContractRefusal?, int) answer;
        try
        {
            answer = await db.InTransactionAsync(
                async inside =>
                {
                    await db.LockSeatsAsync(contractId, inside);
                    return await db.Subscriptions.FirstOrDefaultAsync(s => s.Id == contractId && s.OrganisationId == organisationId, inside) is { } contract
                        ? await change(contract, inside)
                        : (ContractRefusal.Unknown, 0);
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            answer = (ContractRefusal.Changed, 0);
        }

        foreach (var account in await db.Seats.Where(s => s.SubscriptionId == contractId).Select(s => s.AccountId).ToListAsync(cancel))
        {
            forget(account);
        }

        return answer;
    }

    /// <summary>Fewer seats: who sits on a number that is no more moves to a lower one.</summary>
    private async Task MoveDownAsync(Subscription contract, CancellationToken cancel)
    {
        foreach (var seat in await db.Seats.Where(s => s.SubscriptionId == contract.Id && s.Number > contract.Seats).OrderBy(s => s.Number).Select(s => s.Id).ToListAsync(cancel))
        {
            var number = await db.FreeNumberAsync(contract.Id, cancel);
            await db.Seats.Where(s => s.Id == seat).ExecuteUpdateAsync(s => s.SetProperty(x => x.Number, number), cancel);
        }
    }

    /// <summary>What the contract allows, written with it: another desk that has the form open sees that it changed.</summary>
    private async Task LicenseAsync(Subscription contract, ContractTerms terms, CancellationToken cancel)
    {
        if (db.Entry(contract).State == EntityState.Unchanged)
        {
            db.Entry(contract).State = EntityState.Modified;
        }

        var licence = await db.Licences.FindAsync([contract.Id], cancel) ?? db.Licences.Add(new Licence { SubscriptionId = contract.Id }).Entity;
        (licence.MostSessions, licence.MayRedistribute) = (terms.MostSessions, terms.MayRedistribute);
    }

    private async Task SayAsync(Subscription contract, string act, string detail, SignedIn desk, CancellationToken cancel)
    {
        db.Append(Now, AddressIndex.TermsChanged, AddressIndex.Tag(contract.OrganisationId!.Value));
        db.Record(Now, desk, act, null, $"{await db.NameOfAsync(contract.OrganisationId!.Value, cancel)} : {detail}");
    }

    private static string Said(Subscription contract, ContractTerms terms) =>
        $"{contract.Reference}, {contract.Origin}, {contract.From:yyyy-MM-dd} → {contract.Until:yyyy-MM-dd}, {(contract.Seats is { } seats ? $"{seats} places" : "places illimitées")}"
        + $"{(terms.MostSessions is { } most ? $", {most} appareils" : "")}{(terms.MayRedistribute ? ", revue de presse" : "")}";
}
