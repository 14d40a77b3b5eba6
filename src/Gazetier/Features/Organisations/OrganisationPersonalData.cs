using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Seats that a reader has in organisations, invitations to one, seats that were taken from them, organisations that they look after.</summary>
public class OrganisationPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Place dans l’abonnement d’un organisme, invitation, rôle de gestionnaire",
            "Vous ouvrir ce que votre organisme a souscrit ; il n’apprend jamais ce que vous lisez",
            "Contrat",
            "La durée de l’abonnement de l’organisme",
            WithTheAccount.Erased, [typeof(Seat), typeof(Steward), typeof(Invitation), typeof(Withdrawal)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == person.AccountId)
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (s, o) => new { o.Name, s.Number, s.Origin, s.TakenAt }).ToListAsync(cancel);
        var stewards = await db.Stewards.AsNoTracking().Where(s => s.AccountId == person.AccountId).Select(s => new { s.Organisation.Name, s.AddedAt }).ToListAsync(cancel);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.Email == person.Email)
            .Join(db.Organisations, i => i.Subscription.OrganisationId, o => o.Id, (i, o) => new { Organisation = o.Name, i.Email, i.Name, i.InvitedAt, i.ExpiresAt }).ToListAsync(cancel);
        var withdrawals = await db.Withdrawals.AsNoTracking().Where(w => w.AccountId == person.AccountId)
            .Join(db.Organisations, w => w.OrganisationId, o => o.Id, (w, o) => new { o.Name, w.At }).ToListAsync(cancel);
        return
        [
            new("places", ["organisme", "numero", "origine", "depuis"], [.. seats.Select(s => new object?[] { s.Name, s.Number, s.Origin.ToString(), s.TakenAt })]),
            new("gestion", ["organisme", "depuis"], [.. stewards.Select(s => new object?[] { s.Name, s.AddedAt })]),
            new("invitations", ["organisme", "adresse", "nom", "envoyee_le", "expire_le"], [.. invitations.Select(i => new object?[] { i.Organisation, i.Email, i.Name, i.InvitedAt, i.ExpiresAt })]),
            new("places_retirees", ["organisme", "le"], [.. withdrawals.Select(w => new object?[] { w.Name, w.At })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.Seats.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.Stewards.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(i => i.Email == person.Email).ExecuteDeleteAsync(cancel);
        await db.Withdrawals.Where(w => w.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
    }
}
