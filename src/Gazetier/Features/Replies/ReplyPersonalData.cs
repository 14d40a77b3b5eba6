using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>
/// Requests that came with a reader's address. One that waits for a decision outlives the account: the law obliges the newspaper to
/// answer it (GDPR art. 17 § 3); it goes like all others afterwards.
/// </summary>
public class ReplyPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Demandes de droit de réponse : nom, fonction, adresses, moyen de prouver l’identité, passage et réponse",
            "Les traiter ; publier le nom, la fonction et la réponse quand elle est acceptée",
            "Obligation légale (LCEN, art. 1-1)",
            "Un an après la décision ; la réponse publiée, aussi longtemps que l’article",
            WithTheAccount.Kept, [typeof(ReplyRequest), typeof(Reply)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var requests = await db.ReplyRequests.AsNoTracking().Where(r => r.Email == person.Email).OrderBy(r => r.ReceivedAt).ToListAsync(cancel);
        string[] columns = ["numero", "article", "passage", "reponse", "nom", "fonction", "adresse_postale", "adresse", "identite", "qualite", "recue_le", "etat", "notre_reponse", "decidee_le"];
        return
        [
            new("droits-de-reponse", columns,
            [
                .. requests.Select(r => new object?[]
                {
                    r.Number, r.ArticleId, r.Passage, r.Text, r.Name, r.Function, r.PostalAddress, r.Email, r.Identity, r.Capacity.ToString(), r.ReceivedAt, r.State.ToString(), r.Answer, r.DecidedAt,
                }),
            ]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.ReplyRequests.Decided().Where(r => r.Email == person.Email).ExecuteDeleteAsync(cancel);
}
