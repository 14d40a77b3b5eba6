using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff;

/// <summary>What is kept of a section editor: the sections in their care.</summary>
public class StaffPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Rôle dans la rédaction ou au service des abonnements, rubriques confiées",
            "Donner à chacun ce qu’il a à faire",
            "Contrat de travail",
            "Jusqu’à ce que le rôle soit retiré",
            WithTheAccount.Erased, [typeof(StaffSection)]) { IsOfStaff = true },
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var names = await db.StaffSections.Where(c => c.AccountId == person.AccountId)
            .Join(db.Sections, c => c.SectionId, s => s.Id, (_, section) => section.Name).Order().ToListAsync(cancel);
        return [new("rubriques_confiees", ["rubrique"], [.. names.Select(name => new object?[] { name })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.StaffSections.Where(c => c.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
