using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Lines of imported lists that name a reader's address, for the month that they are kept.</summary>
public class ListImportPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Liste reprise d’un autre outil : adresse, nom, origine de l’accord",
            "Continuer à vous envoyer ce que vous aviez demandé",
            "Consentement",
            "Les lignes, trente jours ; la preuve de l’accord, aussi longtemps que l’inscription",
            WithTheAccount.Erased, [typeof(ListImport), typeof(ListImportLine)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var lines = await db.ListImportLines.AsNoTracking().Where(l => l.Email == person.Email)
            .Join(db.ListImports, l => l.ImportId, i => i.Id, (l, i) => new { i.List, i.Name, l.Email, l.At, l.Text, l.Origin, l.Outcome }).ToListAsync(cancel);
        return
        [
            new("listes-importees", ["liste", "fichier", "adresse", "consentement_du", "texte", "origine", "resultat"],
                [.. lines.Select(l => new object?[] { l.List, l.Name, l.Email, l.At, l.Text, l.Origin, l.Outcome.ToString() })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.ListImportLines.Where(l => l.Email == person.Email).ExecuteDeleteAsync(cancel);
}
