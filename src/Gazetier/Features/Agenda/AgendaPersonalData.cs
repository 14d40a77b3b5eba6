using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>What a reader booked. An erased place is passed on when the next one is given back.</summary>
public class AgendaPersonalData(GazetierDb db) : IHoldPersonalData
{
    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.AccountId == person.AccountId).OrderBy(b => b.AskedAt)
            .Select(b => new { b.Date.Event.Title, b.Date.StartsAt, b.Name, b.Function, b.Organisation, b.State, b.AskedAt, b.PriceCents, b.HasCome }).ToListAsync(cancel);
        return
        [
            new("inscriptions_aux_evenements", ["evenement", "date", "nom", "fonction", "organisme", "etat", "demandee_le", "prix_centimes", "venu"],
                [.. bookings.Select(b => new object?[] { b.Title, b.StartsAt, b.Name, b.Function, b.Organisation, b.State.ToString(), b.AskedAt, b.PriceCents, b.HasCome })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel) => await db.Bookings.Where(b => b.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
