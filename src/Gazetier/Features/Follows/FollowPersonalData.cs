using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>What a reader follows.</summary>
public class FollowPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Thèmes, rubriques, dossiers, auteurs, lieux, textes et mots suivis, avec leur rythme",
            "Composer Ma Gazette et vous l’envoyer",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous les retiriez",
            WithTheAccount.Erased, [typeof(Follow)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var follows = await db.Follows.AsNoTracking()
            .Where(f => f.AccountId == person.AccountId)
            .OrderBy(f => f.CreatedAt)
            .Select(f => new
            {
                f.Kind,
                f.Rhythm,
                f.CreatedAt,
                Name = db.Themes.Where(t => t.Id == f.SubjectId).Select(t => t.Name).FirstOrDefault()
                    ?? db.Sections.Where(s => s.Id == f.SubjectId).Select(s => s.Name).FirstOrDefault()
                    ?? db.Dossiers.Where(d => d.Id == f.SubjectId).Select(d => d.Title).FirstOrDefault()
                    ?? db.Authors.Where(a => a.Id == f.SubjectId).Select(a => a.Name).FirstOrDefault()
                    ?? db.Places.Where(p => p.Id == f.SubjectId).Select(p => p.Name).FirstOrDefault()
                    ?? db.LegalTexts.Where(t => t.Id == f.SubjectId).Select(t => t.Reference).FirstOrDefault()
                    ?? f.Label,
            })
            .ToListAsync(cancel);
        return [new("suivis", ["genre", "nom", "rythme", "depuis_le"], [.. follows.Select(f => new object?[] { f.Kind.ToString(), f.Name, f.Rhythm.ToString(), f.CreatedAt })])];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        var mine = db.Follows.Where(f => f.AccountId == person.AccountId);
        var phrases = await mine.Where(f => f.Kind == FollowKind.Keyword).Select(f => f.SubjectId).ToListAsync(cancel);
        await mine.ExecuteDeleteAsync(cancel);
        await MatchKeywords.ForgetAsync(db, phrases, cancel);
    }
}
