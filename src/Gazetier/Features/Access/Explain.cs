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
    public async Task<string> RunAsync(string reader, long articleId, CancellationToken cancel) => (await AllAsync(reader, articleId, cancel)).Sentence;

    /// <inheritdoc cref="RunAsync"/>
    public async Task<Explanation> AllAsync(string reader, long articleId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.Where(a => a.Id == articleId).Select(a => new { a.Access, a.AnyOf, a.OpenUntil, a.FreeAt }).FirstOrDefaultAsync(cancel);
        if (article is null)
        {
            return new Explanation(false, $"L’article {articleId} n’existe pas.", []);
        }

        var asked = new Asked(article.Access.At(article.OpenUntil, article.FreeAt, now), article.AnyOf, articleId);
        if (reader == "-")
        {
            return Of("Un visiteur", asked, Rights.None, now);
        }

        var normalized = reader.Trim().ToUpperInvariant();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        return account is null
            ? new Explanation(false, $"Aucun compte n’a l’adresse {reader}.", [])
            : Of(reader, asked, await db.RightsOfAsync(account.Id, account.Role is not null, cancel), now);
    }

    /// <summary>The decision, as the desk says it on the telephone.</summary>
    public static string Sentence(string reader, Decision decision) => decision.Reason switch
    {
        Reason.OpenToAll => $"{reader} peut lire l’article : il est ouvert à tous.",
        Reason.Registered => $"{reader} peut lire l’article : il demande un compte gratuit, et ce lecteur en a un.",
        Reason.Staff => $"{reader} peut lire l’article : membre de la rédaction.",
        Reason.Granted => $"{reader} peut lire l’article {By(decision.Through!.Value)}, jusqu’au {LastDay(decision.Through.Value)}.",
        Reason.NeedsRegistration => $"{reader} ne peut pas lire l’article : il demande un compte gratuit.",
        Reason.RightEnded => $"{reader} ne peut pas lire l’article : « {decision.Through!.Value.Label} » allait jusqu’au {LastDay(decision.Through.Value)}.",
        Reason.NotIncluded => $"{reader} ne peut pas lire l’article : « {decision.Through!.Value.Label} » n’ouvre pas les produits qu’il demande.",
        _ => $"{reader} ne peut pas lire l’article : il est réservé aux abonnés, et ce lecteur n’a pas d’abonnement.",
    };

    private static Explanation Of(string reader, Asked asked, Rights held, DateTime now)
    {
        var decision = Decision.Of(asked, held, now);
        var opening = Decision.AllThatOpen(asked, held, now);
        return new Explanation(
            decision.MayReadAll,
            Sentence(reader, decision),
            [.. opening.Select(grant => $"{Capital(By(grant))}, jusqu’au {LastDay(grant)} : ouvre l’article."), .. held.Grants.Except(opening).Select(grant => Closed(grant, asked, now))]);
    }

    private static string Closed(Grant grant, Asked asked, DateTime now) =>
        now < grant.From ? $"{Capital(By(grant))} : commence le {Day(grant.From)}."
        : grant.Until <= now ? $"{Capital(By(grant))} : a pris fin le {LastDay(grant)}."
        : grant.Covers(asked) ? $"{Capital(By(grant))}, jusqu’au {LastDay(grant)}."
        : $"{Capital(By(grant))}, jusqu’au {LastDay(grant)} : n’ouvre pas les produits que l’article demande.";

    private static string By(Grant grant) => grant.Source switch
    {
        GrantSource.Subscription => $"par « {grant.Label} »",
        GrantSource.Seat => $"par la place de l’organisme « {grant.Label} »",
        GrantSource.Address => $"depuis le réseau de « {grant.Label} »",
        GrantSource.Trial => $"par l’essai « {grant.Label} »",
        GrantSource.Gift => "par un lien offert",
        _ => "au titre des articles gratuits du mois",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string LastDay(Grant grant) => Day(grant.Until.AddTicks(-1));

    private static string Day(DateTime utc) => new Phrases(Language.French).Day(utc, Paris);
}
