using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>What a reader booked. A place that is erased goes to who waits for it.</summary>
public class AgendaPersonalData(GazetierDb db, BookPlaces places) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Inscriptions à un événement ou à une formation : nom, fonction, organisme, place ou rang d’attente, prix, présence",
            "Vous accueillir, vous prévenir, facturer",
            "Contrat",
            "Deux ans après la date",
            WithTheAccount.Erased, [typeof(Booking)]),
    ];

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

    public Task EraseAsync(Person person, CancellationToken cancel) => places.EraseInsideAsync(person.AccountId, cancel);
}
