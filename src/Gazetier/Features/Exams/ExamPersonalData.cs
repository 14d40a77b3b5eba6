using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>What a reader has learnt of the paths that prepare for exams.</summary>
public class ExamPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Étapes apprises d’une préparation de concours",
            "Reprendre où vous en étiez",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous les effaciez, ou que vous supprimiez votre compte",
            WithTheAccount.Erased, [typeof(StepDone)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var done = await db.StepsDone.AsNoTracking().Where(d => d.AccountId == person.AccountId).OrderBy(d => d.At)
            .Join(db.PathSteps, d => d.StepId, s => s.Id, (d, s) => new { Path = db.ExamPaths.Where(p => p.Id == s.PathId).Select(p => p.Title).FirstOrDefault(), s.Position, d.At }).ToListAsync(cancel);
        return [new("preparation_de_concours", ["parcours", "etape", "le"], [.. done.Select(d => new object?[] { d.Path, d.Position, d.At })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.StepsDone.Where(d => d.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
