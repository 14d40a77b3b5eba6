using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners;

/// <summary>What readers wrote to partners.</summary>
public class PartnerPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Ce que vous écrivez à un partenaire par le formulaire d’une annonce : nom, adresse, fonction, organisme, message",
            "Le lui transmettre, une fois, pour qu’il vous réponde",
            "Consentement : vous l’avez demandé",
            "{0} jours chez nous ; ensuite chez le partenaire, nommé dans le formulaire",
            WithTheAccount.Erased, [typeof(Lead)], Lead.DaysKept),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var leads = await db.Leads.AsNoTracking().Where(l => l.Email == person.Email).OrderBy(l => l.At)
            .Select(l => new { l.Insertion.Partner, l.At, l.Name, l.Email, l.Function, l.Organisation, l.Message }).ToListAsync(cancel);
        return
        [
            new("messages_aux_partenaires", ["partenaire", "le", "nom", "adresse", "fonction", "organisme", "message"],
                [.. leads.Select(l => new object?[] { l.Partner, l.At, l.Name, l.Email, l.Function, l.Organisation, l.Message })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.Leads.Where(l => l.Email == person.Email).ExecuteDeleteAsync(cancel);
}
