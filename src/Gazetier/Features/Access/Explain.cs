using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

/// <summary>Answers "why can X (not) read Y" in a French sentence, for the desk.</summary>
public class Explain(GazetierDb db, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <param name="reader">A mail address, or "-" for a visitor without an account.</param>
    /// <param name="articleId">The article's number.</param>
    public async Task<string> RunAsync(string reader, long articleId, CancellationToken cancel)
    {
        var asked = await db.Articles.Where(a => a.Id == articleId).Select(a => new { a.Access, a.AnyOf, a.OpenUntil, a.FreeAt }).FirstOrDefaultAsync(cancel);
        if (asked is null)
        {
            return $"L’article {articleId} n’existe pas.";
        }

        var requirement = new Asked(asked.Access.At(asked.OpenUntil, asked.FreeAt, Now), asked.AnyOf, articleId);

        if (reader == "-")
        {
            return Sentence("Un visiteur", Decision.Of(requirement, Rights.None, Now));
        }

        var normalized = reader.Trim().ToUpperInvariant();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        return account is null
            ? $"Aucun compte n’a l’adresse {reader}."
            : Sentence(reader, Decision.Of(requirement, await db.RightsOfAsync(account.Id, account.Role is not null, cancel), Now));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The decision, as the desk says it on the telephone.</summary>
    public static string Sentence(string reader, Decision decision) => decision.Reason switch
    {
        Reason.OpenToAll => $"{reader} peut lire l’article : il est ouvert à tous.",
        Reason.Registered => $"{reader} peut lire l’article : il demande un compte gratuit, et ce lecteur en a un.",
        Reason.Staff => $"{reader} peut lire l’article : membre de la rédaction.",
        Reason.Granted => $"{reader} peut lire l’article {By(decision.Through!.Value)}, jusqu’au {Day(decision.Through.Value.Until.AddTicks(-1))}.",
        Reason.NeedsRegistration => $"{reader} ne peut pas lire l’article : il demande un compte gratuit.",
        Reason.RightEnded => $"{reader} ne peut pas lire l’article : « {decision.Through!.Value.Label} » allait jusqu’au {Day(decision.Through.Value.Until.AddTicks(-1))}.",
        Reason.NotIncluded => $"{reader} ne peut pas lire l’article : « {decision.Through!.Value.Label} » n’ouvre pas les produits qu’il demande.",
        _ => $"{reader} ne peut pas lire l’article : il est réservé aux abonnés, et ce lecteur n’a pas d’abonnement.",
    };

    private static string By(Grant grant) => grant.Source switch
    {
        GrantSource.Subscription => $"par « {grant.Label} »",
        GrantSource.Seat => $"par la place de l’organisme « {grant.Label} »",
        GrantSource.Address => $"depuis le réseau de « {grant.Label} »",
        GrantSource.Trial => $"par l’essai « {grant.Label} »",
        GrantSource.Gift => "par un lien offert",
        _ => "au titre des articles gratuits du mois",
    };

    private static string Day(DateTime utc) => new Phrases(Language.French).Day(utc, Paris);
}
