using Gazetier.Locales;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>
/// The sentences of the mails. To an address that nobody has proven yet, nothing is written that a stranger typed: no
/// name either, or our mails would carry their advertisements.
/// </summary>
public static class Letters
{
    public static Letter Confirm(Phrases t, string paper, string link) =>
        new(t["Confirmez votre inscription"], [t["Bonjour,"], t["Quelqu’un, sans doute vous, a demandé un compte chez {0} avec cette adresse. Il s’ouvrira quand vous aurez confirmé.", paper]])
        {
            Link = link,
            LinkText = t["Confirmer mon inscription"],
            After = [t["Ce lien sert une fois, pendant 48 heures."], t["Si ce n’est pas vous, ne faites rien : sans confirmation, aucun compte n’est créé et l’adresse est oubliée."]],
        };

    public static Letter AlreadyRegistered(Phrases t, string paper, string link) =>
        new(t["Vous avez déjà un compte"], [t["Bonjour,"], t["Quelqu’un, sans doute vous, a demandé un compte chez {0} avec cette adresse. Vous en avez déjà un ; rien n’y a été changé.", paper]])
        {
            Link = link,
            LinkText = t["Me connecter"],
            After = [t["Ce lien sert une fois, pendant 48 heures."], t["Si ce n’est pas vous, vous n’avez rien à faire."]],
        };

    public static Letter SignIn(Phrases t, string paper, string link) =>
        new(t["Votre lien de connexion"], [t["Bonjour,"], t["Voici le lien demandé pour vous connecter à {0}.", paper]])
        {
            Link = link,
            LinkText = t["Me connecter"],
            After = [t["Ce lien sert une fois, pendant une heure."], t["Si ce n’est pas vous, vous n’avez rien à faire : sans ce lien, personne n’entre."]],
        };

    public static Letter Recovery(Phrases t, string paper, string link) =>
        new(t["Choisissez un nouveau mot de passe"], [t["Bonjour,"], t["Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte chez {0}.", paper]])
        {
            Link = link,
            LinkText = t["Choisir un mot de passe"],
            After = [t["Ce lien sert une fois, pendant une heure."], t["Si ce n’est pas vous, ne faites rien : votre mot de passe reste le même."]],
        };

    public static Letter AddressCheck(Phrases t, string paper, string link) =>
        new(t["Confirmez votre nouvelle adresse"], [t["Bonjour,"], t["Quelqu’un, sans doute vous, veut utiliser cette adresse pour son compte chez {0}.", paper]])
        {
            Link = link,
            LinkText = t["Confirmer cette adresse"],
            After = [t["Ce lien sert une fois, pendant 48 heures."], t["Si ce n’est pas vous, ne faites rien."]],
        };

    public static Letter AddressTaken(Phrases t, string paper) =>
        new(t["Cette adresse a déjà un compte"], [t["Bonjour,"], t["Quelqu’un a voulu utiliser votre adresse pour un autre compte chez {0}. Vous y avez déjà le vôtre ; rien n’a été changé.", paper]]);

    public static Letter AddressAsked(Phrases t, string paper, string link) =>
        new(t["Une nouvelle adresse est demandée"], [t["Bonjour,"], t["Une autre adresse vient d’être demandée pour votre compte chez {0}. Elle remplacera celle-ci quand elle aura été confirmée.", paper]])
        {
            Link = link,
            LinkText = t["Vérifier la sécurité de mon compte"],
            After = [t["Si ce n’est pas vous, changez votre mot de passe : la demande tombera."]],
        };

    public static Letter AddressChanged(Phrases t, string paper) =>
        new(t["Votre adresse a changé"], [t["Bonjour,"], t["Votre compte chez {0} a désormais une autre adresse. Celle-ci n’y donne plus accès.", paper], t["Si ce n’est pas vous, écrivez-nous sans attendre."]]);

    public static Letter PasswordChanged(Phrases t, string paper, string link) =>
        new(t["Votre mot de passe a changé"], [t["Bonjour,"], t["Le mot de passe de votre compte chez {0} vient d’être changé, et vos autres appareils sont déconnectés.", paper], t["Si c’est vous, vous n’avez rien à faire. Sinon, choisissez tout de suite un autre mot de passe :"]])
        {
            Link = link,
            LinkText = t["Choisir un mot de passe"],
        };

    public static Letter NewDevice(Phrases t, string paper, string device, DateTime at, string link) =>
        new(t["Connexion depuis un nouvel appareil"], [t["Bonjour,"], t["Votre compte chez {0} vient d’être ouvert depuis un appareil que nous ne connaissions pas : {1}, le {2:d MMMM yyyy} à {2:HH:mm}.", paper, t[device], at], t["Si c’est vous, vous n’avez rien à faire. Sinon, déconnectez cet appareil et changez votre mot de passe :"]])
        {
            Link = link,
            LinkText = t["Voir mes appareils"],
        };

    public static Letter Deleted(Phrases t, string paper) =>
        new(t["Votre compte est supprimé"], [t["Bonjour,"], t["Votre compte chez {0} et tout ce qui s’y rattachait viennent d’être supprimés, comme vous l’avez demandé.", paper], t["C’est le dernier message que vous recevez de nous. Au revoir, et merci de nous avoir lus."]]);
}
