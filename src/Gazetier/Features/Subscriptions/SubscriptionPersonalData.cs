using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions;

/// <summary>What a reader subscribed to.</summary>
public class SubscriptionPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Abonnement : formule, dates, avis de reconduction",
            "Ouvrir les articles réservés",
            "Contrat",
            "La durée du contrat",
            WithTheAccount.Erased, [typeof(Subscription), typeof(RenewalNotice)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == person.AccountId).OrderBy(s => s.From).ToListAsync(cancel);
        var told = await db.RenewalNotices.AsNoTracking().Where(n => n.To == person.Email).OrderBy(n => n.WrittenAt).ToListAsync(cancel);
        return
        [
            new("abonnements", ["reference", "origine", "nature", "du", "jusqu_au", "resilie_le"],
                [.. subscriptions.Select(s => new object?[] { s.Reference, s.Origin, s.Kind.ToString(), s.From, s.Until, s.CancelledAt })]),
            new("avis_de_reconduction", ["adresse", "ecrit_le", "objet", "texte"], [.. told.Select(n => new object?[] { n.To, n.WrittenAt, n.Subject, n.Text })]),
        ];
    }

    /// <summary>What was written about an organisation's contract stays as its proof, without the address.</summary>
    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.Subscriptions.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.RenewalNotices.Where(n => n.To == person.Email).ExecuteUpdateAsync(n => n.SetProperty(x => x.To, ""), cancel);
    }
}
