using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>What the desk does on the page of one organisation: each of its small forms carries one field, which says what is wanted.</summary>
public class OrganisationDesk(GazetierDb db, ChangeStewards stewards, KeepDomains domains, KeepSirets sirets, KeepRanges ranges, GiveSeat give, GiveBackSeat giveBack, TimeProvider clock, Phrases t)
{
    /// <summary>Null: done; or what is wrong, and with which field.</summary>
    public async Task<(string Field, string Sentence)?> DoAsync(Guid organisationId, IFormCollection form, SignedIn by, CancellationToken cancel)
    {
        string Sent(string field) => form[field].ToString();
        bool Has(string field) => form.ContainsKey(field);
        return Has("gestionnaire") ? await AddStewardAsync(organisationId, Sent("gestionnaire"), by, cancel)
            : Has("domaine") ? await domains.AddAsync(organisationId, Sent("domaine"), by, cancel) is (DomainRefusal domain, var ofDomain) ? ("domaine", OrganisationNames.Of(domain, ofDomain, t)) : null
            : Has("siret") ? await sirets.AddAsync(organisationId, Sent("siret"), by, cancel) is (SiretRefusal siret, var ofSiret) ? ("siret", OrganisationNames.Of(siret, ofSiret, t)) : null
            : Has("plage") ? await ranges.AddAsync(organisationId, Sent("plage"), Sent("large") == "oui", by, cancel) is (RangeRefusal range, var ofRange) ? ("plage", OrganisationNames.Of(range, ofRange, t)) : null
            : Has("place") ? await GiveAsync(organisationId, Sent("place"), Sent("contrat"), by, cancel)
            : await RemoveAsync(organisationId, Sent, by, cancel);
    }

    private async Task<(string, string)?> AddStewardAsync(Guid organisationId, string typed, SignedIn by, CancellationToken cancel) =>
        EmailAddress.Read(typed) is not { } email ? ("gestionnaire", t["Écrivez l’adresse entière, par exemple nom@commune.fr."])
        : await stewards.AddAsync(organisationId, email, "", by, cancel) ? null
        : ("gestionnaire", t["Cette personne gère déjà l’abonnement."]);

    private async Task<(string, string)?> GiveAsync(Guid organisationId, string typed, string contract, SignedIn by, CancellationToken cancel)
    {
        if (EmailAddress.Read(typed) is not { } email)
        {
            return ("place", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        return Guid.TryParse(contract, out var id) ? await give.RunAsync(organisationId, id, email, by, cancel) switch
        {
            (SeatOutcome.Taken, _) or (_, InvitationOutcome.Invited) => null,
            (SeatOutcome.Had, _) => ("place", t["Cette personne a déjà une place dans ce contrat."]),
            (SeatOutcome.Full, _) => ("place", OrganisationNames.Of(InvitationOutcome.Full, t)),
            (_, { } refusal) => ("place", OrganisationNames.Of(refusal, t)),
            _ => ("place", OrganisationNames.Of(InvitationOutcome.Closed, t)),
        } : ("contrat", t["Choisissez le contrat."]);
    }

    private async Task<(string, string)?> RemoveAsync(Guid organisationId, Func<string, string> sent, SignedIn by, CancellationToken cancel)
    {
        if (Guid.TryParse(sent("oter-gestionnaire"), out var steward))
        {
            return await stewards.RemoveAsync(organisationId, steward, by, cancel) ? null : ("", t["Il faut toujours une personne pour gérer l’abonnement : ajoutez-en d’abord une autre."]);
        }

        if (Guid.TryParse(sent("oter-plage"), out var range))
        {
            await ranges.RemoveAsync(organisationId, range, by, cancel);
        }
        else if (Guid.TryParse(sent("oter-place"), out var seat))
        {
            await WithdrawAsync(organisationId, seat, by, cancel);
        }
        else if (Guid.TryParse(sent("reprendre"), out var invitation))
        {
            await give.TakeBackAsync(organisationId, invitation, by, cancel);
        }

        await domains.RemoveAsync(organisationId, sent("oter-domaine"), by, cancel);
        await sirets.RemoveAsync(organisationId, sent("oter-siret"), by, cancel);
        return null;
    }

    private async Task WithdrawAsync(Guid organisationId, Guid seatId, SignedIn by, CancellationToken cancel)
    {
        var account = await db.Seats.AsNoTracking().Where(s => s.Id == seatId && s.Subscription.OrganisationId == organisationId).Select(s => s.Account).FirstOrDefaultAsync(cancel);
        if (account is not null && await giveBack.RunAsync(organisationId, seatId, isOwn: false, cancel))
        {
            db.RecordAbout(clock.GetUtcNow().UtcDateTime, by, account, OrganisationActs.SeatWithdrawn, await db.NameOfAsync(organisationId, cancel));
            await db.SaveChangesAsync(cancel);
        }
    }
}
