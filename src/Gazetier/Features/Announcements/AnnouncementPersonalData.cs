using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>The searches that a reader keeps, and what they were told.</summary>
public class AnnouncementPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Recherches d’annonces gardées, annonces déjà signalées",
            "Vous signaler chaque matin les marchés et les emplois nouveaux, et chacun une fois",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous les retiriez ; ce qui a été signalé, {0} jours",
            WithTheAccount.Erased, [typeof(AnnouncementSearch), typeof(AnnouncementAlert), typeof(AnnouncementTold)], ForgetTold.Kept.Days),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var searches = await db.AnnouncementSearches.AsNoTracking().Where(s => s.AccountId == person.AccountId).OrderBy(s => s.KeptAt).ToListAsync(cancel);
        var alert = await db.AnnouncementAlerts.AsNoTracking().Where(a => a.AccountId == person.AccountId).ToListAsync(cancel);
        var told = await db.AnnouncementsTold.AsNoTracking().Where(t => t.AccountId == person.AccountId).OrderBy(t => t.At)
            .Join(db.Announcements, t => t.AnnouncementId, a => a.Id, (t, a) => new { a.Title, t.At }).ToListAsync(cancel);
        return
        [
            new("recherches_d_annonces", ["genre", "mots", "nature", "lieu", "gardee_le"],
                [.. searches.Select(s => new object?[] { s.Kind?.ToString(), s.Words, s.Nature?.ToString(), s.Filter.Place?.Name, s.KeptAt })]),
            new("messages_d_annonces", ["arretes", "vu_jusqu_au"], [.. alert.Select(a => new object?[] { a.IsOff, a.DoneOn })]),
            new("annonces_signalees", ["annonce", "le"], [.. told.Select(t => new object?[] { t.Title, t.At })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.AnnouncementsTold.Where(t => t.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.AnnouncementSearches.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.AnnouncementAlerts.Where(a => a.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
    }
}
