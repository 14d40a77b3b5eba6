using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Consents;

/// <summary>What a reader agreed to, and withdrew. It is kept without its name when the account goes: it proves what was sent.</summary>
public class ConsentPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Chaque oui et chaque non à une lettre, avec sa date, sa phrase et son origine",
            "Prouver votre accord ou votre refus",
            "Intérêt légitime : la preuve que la loi nous demande",
            "La preuve reste, sans votre nom une fois le compte supprimé",
            WithTheAccount.Detached, [typeof(Consent)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var consents = await db.Consents.AsNoTracking().Where(c => c.AccountId == person.AccountId).OrderBy(c => c.At).ToListAsync(cancel);
        return
        [
            new("consentements", ["liste", "donne", "texte", "origine", "le"],
                [.. consents.Select(c => new object?[] { c.List, c.IsGiven, c.Text, c.Origin, c.At })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.Consents.Where(c => c.AccountId == person.AccountId).ExecuteUpdateAsync(c => c.SetProperty(x => x.AccountId, (Guid?)null), cancel);
}
