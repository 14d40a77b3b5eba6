using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Which newsletters a reader gets or got, and what was asked for at their address and not confirmed.</summary>
public class NewsletterPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Lettres auxquelles vous êtes inscrit ; demandes à confirmer",
            "Vous les envoyer",
            "Consentement",
            "Jusqu’à ce que vous vous désinscriviez ; une demande sans suite, deux jours",
            WithTheAccount.Erased, [typeof(NewsletterSignup), typeof(SignupRequest)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var signups = await db.NewsletterSignups.AsNoTracking().Where(s => s.AccountId == person.AccountId).OrderBy(s => s.JoinedAt)
            .Select(s => new { s.Newsletter.Name, s.JoinedAt, s.LeftAt }).ToListAsync(cancel);
        var asked = await db.SignupRequests.AsNoTracking().Where(r => r.Email == person.Email).OrderBy(r => r.CreatedAt)
            .Select(r => new { r.Newsletter.Name, r.Email, r.CreatedAt, r.ConfirmedAt, r.Origin }).ToListAsync(cancel);
        return
        [
            new("lettres", ["lettre", "inscription_le", "desinscription_le"], [.. signups.Select(s => new object?[] { s.Name, s.JoinedAt, s.LeftAt })]),
            new("demandes_de_lettres", ["lettre", "adresse", "demandee_le", "confirmee_le", "origine"],
                [.. asked.Select(r => new object?[] { r.Name, r.Email, r.CreatedAt, r.ConfirmedAt, r.Origin })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.NewsletterSignups.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.SignupRequests.Where(r => r.Email == person.Email).ExecuteDeleteAsync(cancel);
    }
}
