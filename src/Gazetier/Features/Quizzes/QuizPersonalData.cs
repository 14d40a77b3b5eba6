using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Quizzes;

/// <summary>How a reader did in quizzes.</summary>
public class QuizPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Scores des quiz",
            "Vous montrer vos progrès",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous les effaciez, ou que vous supprimiez votre compte",
            WithTheAccount.Erased, [typeof(QuizResult)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var results = await db.QuizResults.AsNoTracking().Where(r => r.AccountId == person.AccountId).OrderBy(r => r.At)
            .Select(r => new { r.Quiz.Title, r.Last, r.Best, r.Of, r.Times, r.At }).ToListAsync(cancel);
        return [new("quiz", ["quiz", "dernier_score", "meilleur_score", "sur", "fois", "le"], [.. results.Select(r => new object?[] { r.Title, r.Last, r.Best, r.Of, r.Times, r.At })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.QuizResults.Where(r => r.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
