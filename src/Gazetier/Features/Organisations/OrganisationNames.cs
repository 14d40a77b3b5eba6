using Gazetier.Locales;

namespace Gazetier.Features.Organisations;

/// <summary>What pages and files say of organisations, in a person's words.</summary>
public static class OrganisationNames
{
    /// <summary>How somebody came to a seat.</summary>
    public static string Of(SeatOrigin origin, Phrases t) => origin switch
    {
        SeatOrigin.Invitation => t["sur invitation"],
        SeatOrigin.Link => t["par le lien partagé"],
        SeatOrigin.Domain => t["par le domaine de l’adresse"],
        SeatOrigin.SingleSignOn => t["par l’authentification unique"],
        _ => t["par le service abonnements"],
    };

    public static string Of(InvitationOutcome outcome, Phrases t) => outcome switch
    {
        InvitationOutcome.Invited => t["Invitation envoyée"],
        InvitationOutcome.Sits => t["A déjà une place"],
        InvitationOutcome.InvitedBefore => t["Déjà invité : l’invitation attend une réponse"],
        InvitationOutcome.Twice => t["Déjà plus haut dans la liste"],
        InvitationOutcome.NoAddress => t["Ce n’est pas une adresse entière, comme nom@commune.fr"],
        InvitationOutcome.Full => t["Plus de place libre"],
        InvitationOutcome.TooOften => t["A reçu trop de messages : réessayez dans une heure"],
        _ => t["Le contrat est terminé ou suspendu"],
    };

    public static string Of(SeatOutcome outcome, Phrases t) => outcome switch
    {
        SeatOutcome.Taken => t["La place est prise."],
        SeatOutcome.Had => t["Vous avez déjà une place."],
        SeatOutcome.Full => t["Toutes les places sont prises."],
        SeatOutcome.Ended => t["L’abonnement est terminé."],
        SeatOutcome.Suspended => t["L’abonnement est suspendu."],
        SeatOutcome.Withdrawn => t["Votre place vous a été retirée : seule une invitation de votre gestionnaire la rend."],
        _ => t["Cette place n’est plus proposée."],
    };

    public static string Of(DomainRefusal refusal, string owner, Phrases t) => refusal switch
    {
        DomainRefusal.Webmail => t["Chacun peut avoir une adresse dans ce domaine : il ne peut pas ouvrir de places. Invitez ces personnes par leur adresse."],
        DomainRefusal.Suffix => t["Ce n’est pas un domaine, mais la fin de nombreux domaines. Écrivez le domaine entier, par exemple commune.fr."],
        DomainRefusal.Taken => t["Ce domaine est déjà celui de {0}.", owner],
        DomainRefusal.Had => t["Ce domaine est déjà dans la liste."],
        _ => t["Écrivez un domaine, par exemple commune.fr."],
    };

    public static string Of(RangeRefusal refusal, string owner, Phrases t) => refusal switch
    {
        RangeRefusal.Special => t["Ces adresses sont privées ou réservées : personne ne vient d’elles sur internet. Demandez l’adresse publique du réseau."],
        RangeRefusal.Wide => t["Cette plage est très large : plus que /16 en IPv4, que /32 en IPv6. Confirmez qu’elle est bien tout entière à cet organisme."],
        RangeRefusal.Overlaps => t["Cette plage en recouvre une de {0}.", owner],
        RangeRefusal.Had => t["Une plage de cet organisme la recouvre déjà : {0}.", owner],
        _ => t["Écrivez une plage, par exemple 185.24.184.0/24 ou 2a01:cb00::/29. Après la barre, les bits de l’adresse sont à zéro."],
    };

    public static string Of(SiretRefusal refusal, string owner, Phrases t) => refusal switch
    {
        SiretRefusal.Taken => t["Ce SIRET est déjà celui de {0}.", owner],
        SiretRefusal.Had => t["Ce SIRET est déjà dans la liste."],
        _ => t["Ce n’est pas un SIRET : quatorze chiffres, et la somme de contrôle doit être juste."],
    };

    public static string Of(ContractRefusal refusal, int taken, Phrases t) => refusal switch
    {
        ContractRefusal.MoreTaken => t["{0} places sont prises ou réservées par une invitation : le contrat ne peut pas en avoir moins. Retirez d’abord des places.", taken],
        ContractRefusal.Changed => t["Quelqu’un a changé ce contrat entre-temps. Relisez-le, puis recommencez."],
        _ => t["Ce contrat n’est pas celui de cet organisme."],
    };

    /// <summary>"5 appareils à la fois par personne"; null cap: "autant d’appareils que chacun veut".</summary>
    public static string OfSessions(int? most, Phrases t) =>
        most is { } cap ? t.Plural(cap, "{0} appareil à la fois par personne", "{0} appareils à la fois par personne") : t["sans limite d’appareils par personne"];

    /// <summary>What the licence says of passing articles on (A-11).</summary>
    public static string OfRedistribution(bool may, Phrases t) =>
        may ? t["revue de presse comprise : les articles peuvent être rediffusés dans l’organisme"] : t["revue de presse non comprise : les articles ne peuvent pas être rediffusés"];

    /// <summary>"12 places prises sur 40, 3 invitations en attente".</summary>
    public static string Of(SeatCount count, Phrases t)
    {
        var sitting = count.Of is { } seats
            ? t[count.Sitting < 2 ? "{0} place prise sur {1}" : "{0} places prises sur {1}", count.Sitting, seats]
            : t.Plural(count.Sitting, "{0} place prise, sans limite", "{0} places prises, sans limite");
        return count.Invited == 0 ? sitting : $"{sitting}, {t.Plural(count.Invited, "{0} réservée par une invitation", "{0} réservées par une invitation")}";
    }
}
