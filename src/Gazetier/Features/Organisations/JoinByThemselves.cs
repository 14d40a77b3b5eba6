using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Gives a seat to who belongs to an organisation and need not be invited: by the domain of their proven address, by the SIRET
/// that single sign-on names (P-05). Asked at each sign-in; who sits already, or was withdrawn, is left alone.
/// </summary>
public class JoinByThemselves(GazetierDb db, ClaimSeat claim, ForgetReader forget, TimeProvider clock)
{
    /// <summary>After an address was proven, or its account signed in.</summary>
    /// <param name="isNew">It takes the place of another: a seat that came by the domain of that one goes with it.</param>
    /// <returns>A local path where the reader is told why there is no seat; null: there is nothing to tell.</returns>
    public async Task<string?> ByDomainAsync(Guid accountId, string email, bool isNew, CancellationToken cancel)
    {
        var domain = DomainName.Of(email);
        if (isNew)
        {
            await db.Seats.Where(s => s.AccountId == accountId && s.Origin == SeatOrigin.Domain
                && !db.OrganisationDomains.Any(d => d.Domain == domain && d.OrganisationId == s.Subscription.OrganisationId)).ExecuteDeleteAsync(cancel);
            forget(accountId);
        }

        var organisation = await db.OrganisationDomains.Where(d => d.Domain == domain).Select(d => (Guid?)d.OrganisationId).FirstOrDefaultAsync(cancel);
        return organisation is { } id && await JoinAsync(id, accountId, SeatOrigin.Domain, cancel) is { } refusal
            ? WithoutSeat.Path(refusal, id)
            : null;
    }

    /// <summary>For single sign-on, which proved that the account's holder works for this establishment (P-05).</summary>
    /// <inheritdoc cref="ByDomainAsync" path="/returns"/>
    public async Task<string?> BySiretAsync(Guid accountId, string siret, CancellationToken cancel)
    {
        var organisation = Siret.Read(siret) is { } known ? await db.OfSiretAsync(known, cancel) : null;
        var refusal = organisation is null ? SeatOutcome.Unknown : await JoinAsync(organisation.Id, accountId, SeatOrigin.SingleSignOn, cancel);
        // Whoever reads by another right need not be told each time that their employer gives none.
        return refusal is null || await HoldsAsync(accountId, cancel) ? null : WithoutSeat.Path(refusal.Value, organisation?.Id);
    }

    private async Task<bool> HoldsAsync(Guid accountId, CancellationToken cancel) =>
        !(await db.RightsOfAsync(accountId, isStaff: false, cancel)).HoldsAt(clock.GetUtcNow().UtcDateTime).IsEmpty;

    /// <summary>Null: they sit.</summary>
    private async Task<SeatOutcome?> JoinAsync(Guid organisationId, Guid accountId, SeatOrigin origin, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Seats.AnyAsync(s => s.AccountId == accountId && s.Subscription.OrganisationId == organisationId && s.Subscription.Until > now && s.Subscription.SuspendedAt == null, cancel))
        {
            return null;
        }

        var refusal = await NoContractAsync(organisationId, now, cancel);
        foreach (var contract in await db.ContractsToJoinAsync(organisationId, now, cancel))
        {
            var outcome = await claim.RunAsync(contract.Id, accountId, origin, cancel);
            if (outcome is SeatOutcome.Taken or SeatOutcome.Had)
            {
                return null;
            }

            refusal = outcome;
        }

        return refusal;
    }

    private async Task<SeatOutcome> NoContractAsync(Guid organisationId, DateTime now, CancellationToken cancel) =>
        await db.Subscriptions.AnyAsync(s => s.OrganisationId == organisationId && s.Until > now && s.SuspendedAt != null, cancel) ? SeatOutcome.Suspended : SeatOutcome.Ended;
}
