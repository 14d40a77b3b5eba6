using Gazetier.Locales;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Why a sign-in by a provider came to nothing, in words that say what to do. The word stands in an address, the sentence on a page.</summary>
public static class SignOnFailures
{
    /// <summary>It does not answer.</summary>
    public const string Away = "indisponible";

    /// <summary>The reader said no over there, or was not let in.</summary>
    public const string Refused = "refus";

    /// <summary>ProConnect is for those who work in the public service (Y500015).</summary>
    public const string NotPublic = "reserve";

    /// <summary>Too long ago, another browser, or answered before.</summary>
    public const string Lost = "perdu";

    /// <summary>The answer is not to be trusted.</summary>
    public const string Invalid = "invalide";

    /// <summary>The identity opens another account.</summary>
    public const string Taken = "pris";

    /// <summary>What a provider's error means.</summary>
    /// <param name="error">RFC 6749, 4.1.2.1, or OpenID Connect Core, 3.1.2.6.</param>
    public static string Of(string error, string? description) => error switch
    {
        _ when description?.Contains("Y500015", StringComparison.Ordinal) == true => NotPublic,
        "server_error" or "temporarily_unavailable" => Away,
        "access_denied" or "login_required" or "interaction_required" or "consent_required" or "account_selection_required" => Refused,
        _ => Invalid,
    };

    /// <summary>Null: nothing is wrong, or nothing that we say.</summary>
    public static string? Say(string? failure, string? label, Phrases t) => (failure, label) switch
    {
        (_, null) => null,
        (Away, _) => t["{0} ne répond pas pour le moment. Réessayez dans quelques minutes ; les autres moyens fonctionnent.", label],
        (Refused, _) => t["Vous n’êtes pas connecté : {0} n’a pas confirmé votre identité, ou vous avez renoncé.", label],
        (NotPublic, _) => t["{0} est réservé aux agents du service public. Connectez-vous par un autre moyen.", label],
        (Lost, _) => t["La connexion par {0} n’a pas abouti : elle a trop duré, ou a commencé dans un autre onglet. Recommencez.", label],
        (Invalid, _) => t["La réponse de {0} n’a pas pu être vérifiée. Vous n’êtes pas connecté ; recommencez, ou prenez un autre moyen.", label],
        (Taken, _) => t["Cette identité de {0} ouvre déjà un autre compte. Retirez-la d’abord de celui-là.", label],
        _ => null,
    };
}
