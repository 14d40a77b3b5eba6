using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Clubs.Questions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs;

/// <summary>A reader's entries in the directories of clubs, and the questions that they asked. What was answered stays, without whom it came from.</summary>
public class ClubPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Annuaire d’un club : nom, fonction, organisme, ce sur quoi on peut vous interroger",
            "Vous faire trouver des autres membres du club",
            "Consentement : vous l’avez demandé",
            "Jusqu’à ce que vous vous en retiriez",
            WithTheAccount.Erased, [typeof(ClubMember)]),
        new(
            "Questions aux experts d’un club",
            "Y répondre, pour tous les membres et sans votre nom",
            "Contrat",
            "La durée du compte ; une réponse parue reste, sans que l’on sache qui demandait",
            WithTheAccount.Detached, [typeof(ClubQuestion)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var entries = await db.ClubMembers.AsNoTracking().Where(m => m.AccountId == person.AccountId).OrderBy(m => m.ListedAt)
            .Select(m => new { Club = db.Sections.Where(s => s.Id == m.ClubId).Select(s => s.Name).First(), m.Name, m.Function, m.Organisation, m.About, m.ListedAt }).ToListAsync(cancel);
        var questions = await db.ClubQuestions.AsNoTracking().Where(q => q.AccountId == person.AccountId).OrderBy(q => q.AskedAt)
            .Select(q => new { Club = q.Club.Section.Name, q.AskedAt, q.Subject, q.Text, q.State, q.Reason }).ToListAsync(cancel);
        return
        [
            new("annuaires_de_clubs", ["club", "nom", "fonction", "organisme", "a_propos", "depuis_le"], [.. entries.Select(m => new object?[] { m.Club, m.Name, m.Function, m.Organisation, m.About, m.ListedAt })]),
            new("questions_aux_experts", ["club", "posee_le", "objet", "texte", "etat", "motif"], [.. questions.Select(q => new object?[] { q.Club, q.AskedAt, q.Subject, q.Text, q.State.ToString(), q.Reason })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.ClubMembers.Where(m => m.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.ClubQuestions.Where(q => q.AccountId == person.AccountId && q.ArticleId == null).ExecuteDeleteAsync(cancel);
        await db.ClubQuestions.Where(q => q.AccountId == person.AccountId).ExecuteUpdateAsync(q => q.SetProperty(x => x.AccountId, (Guid?)null), cancel);
    }
}
