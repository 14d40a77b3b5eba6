using Gazetier.Features.Accounts.Factors;
using Gazetier.Locales;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>What the mails about second factors and staff say.</summary>
public static class FactorLetters
{
    public static Letter Changed(Phrases t, string paper, FactorNotice notice, DateTime at, string link) =>
        new(t["La sécurité de votre compte a changé"], [t["Bonjour,"], t["Sur votre compte chez {0}, le {1:d MMMM yyyy} à {1:HH:mm} : {2}.", paper, at, Said(notice, t)], t["Si c’est vous, vous n’avez rien à faire. Sinon, vérifiez tout de suite la sécurité de votre compte :"]])
        {
            Link = link,
            LinkText = t["Vérifier la sécurité de mon compte"],
        };

    public static Letter Refused(Phrases t, string paper, string link) =>
        new(t["Quelqu’un essaie d’entrer dans votre compte"], [t["Bonjour,"], t["Quelqu’un connaît le mot de passe de votre compte chez {0}, ou lit vos messages, et essaie des codes au hasard. Sans le bon code, personne n’entre ; nous refusons désormais ses essais.", paper], t["Si c’était vous, prenez l’appareil habituel, une clé d’accès ou un code de secours. Sinon, choisissez tout de suite un autre mot de passe :"]])
        {
            Link = link,
            LinkText = t["Choisir un mot de passe"],
        };

    public static Letter Appointed(Phrases t, string paper, string link) =>
        new(t["Bienvenue à la rédaction"], [t["Bonjour,"], t["Vous faites désormais partie de l’équipe de {0}. Ce lien ouvre votre compte ; à la première visite, vous le protégez par une clé d’accès ou une application de codes.", paper]])
        {
            Link = link,
            LinkText = t["Entrer dans la rédaction"],
            After = [t["Ce lien sert une fois, pendant 48 heures."], t["Ensuite, demandez un lien sur la page de connexion, ou choisissez un mot de passe."]],
        };

    private static string Said(FactorNotice notice, Phrases t) => notice.Change switch
    {
        FactorChange.PasskeyAdded => t["une clé d’accès a été ajoutée"],
        FactorChange.PasskeyRemoved => t["une clé d’accès a été retirée"],
        FactorChange.AuthenticatorSet => t["une application de codes a été ajoutée"],
        FactorChange.AuthenticatorRemoved => t["l’application de codes a été retirée"],
        FactorChange.RecoveryCodesMade => t["de nouveaux codes de secours ont été faits, les anciens ne servent plus"],
        FactorChange.RecoveryCodeUsed => t["un code de secours a servi"],
        FactorChange.ProviderLinked => t["« {0} » ouvre désormais votre compte", notice.What],
        FactorChange.ProviderUnlinked => t["« {0} » n’ouvre plus votre compte", notice.What],
        _ => t["les secondes preuves ont été remises à zéro par l’administration du journal, et tous les appareils sont déconnectés"],
    };
}
