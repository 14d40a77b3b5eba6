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
        var asked = await db.Articles.Where(a => a.Id == articleId).Select(a => new { a.Access, a.FreeAt }).FirstOrDefaultAsync(cancel);
        if (asked is null)
        {
            return $"L’article {articleId} n’existe pas.";
        }

        var requirement = asked.Access.At(asked.FreeAt, Now);

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
        Reason.Subscribed => $"{reader} peut lire l’article par « {decision.Through!.Value.Label} », jusqu’au {Day(decision.Through.Value.Until)}.",
        Reason.NeedsRegistration => $"{reader} ne peut pas lire l’article : il demande un compte gratuit.",
        Reason.RightEnded => $"{reader} ne peut pas lire l’article : « {decision.Through!.Value.Label} » allait jusqu’au {Day(decision.Through.Value.Until)}.",
        _ => $"{reader} ne peut pas lire l’article : il est réservé aux abonnés, et ce lecteur n’a pas d’abonnement.",
    };

    private static string Day(DateTime utc) => new Phrases(Language.French).Day(utc, Paris);
}
