using Gazetier.Locales;

namespace Gazetier.Features.Conversation.Restrictions;

/// <summary>Measures and their grounds in a person's words.</summary>
public static class RestrictionSentences
{
    /// <summary>The grounds that a moderator may choose, in the order of the list.</summary>
    public static readonly IReadOnlyList<RestrictionGround> Grounds = Enum.GetValues<RestrictionGround>();

    public static bool IsOfLaw(this RestrictionGround ground) => ground >= RestrictionGround.Defamation;

    public static string Name(this RestrictionGround ground, Phrases t) => ground switch
    {
        RestrictionGround.Spam => t["publicité, envoi en nombre"],
        RestrictionGround.Courtesy => t["manque de courtoisie"],
        RestrictionGround.OffTopic => t["hors du sujet"],
        RestrictionGround.PrivateData => t["données personnelles d’autrui"],
        RestrictionGround.Defamation => t["injure ou diffamation"],
        RestrictionGround.Hate => t["provocation à la haine, négation"],
        RestrictionGround.Threat => t["menace ou harcèlement"],
        _ => t["autre infraction"],
    };

    /// <summary>Where it is written.</summary>
    public static string Source(this RestrictionGround ground, Phrases t) => ground switch
    {
        RestrictionGround.Defamation => t["loi du 29 juillet 1881, articles 29 à 33"],
        RestrictionGround.Hate => t["loi du 29 juillet 1881, articles 24 et 24 bis"],
        RestrictionGround.Threat => t["code pénal, articles 222-17 et 222-33-2-2"],
        RestrictionGround.OtherLaw => t["la loi que citent les faits"],
        _ => t["charte de la conversation"],
    };

    public static string Name(this RestrictionKind kind, Phrases t) => kind switch
    {
        RestrictionKind.Refused => t["Réaction refusée"],
        RestrictionKind.Removed => t["Réaction retirée"],
        RestrictionKind.Warned => t["Avertissement"],
        RestrictionKind.PreModerated => t["Relecture avant publication"],
        RestrictionKind.Suspended => t["Suspension"],
        _ => t["Exclusion de la conversation"],
    };

    /// <summary>What it means for the person.</summary>
    public static string Effect(this Restriction restriction, Phrases t, TimeZoneInfo zone) => restriction.Kind switch
    {
        RestrictionKind.Refused => t["Votre réaction ne paraît pas."],
        RestrictionKind.Removed => t["Votre réaction n’est plus visible sous l’article."],
        RestrictionKind.Warned => t["Vous pouvez de nouveau écrire quand vous l’aurez lu. Une récidive peut conduire à une suspension."],
        RestrictionKind.PreModerated => t["Vos réactions sont lues par la rédaction avant de paraître."],
        RestrictionKind.Suspended => t["Vous ne pouvez pas écrire jusqu’au {0}.", restriction.Until is { } until ? t.Moment(until, zone) : "…"],
        _ => t["Vous ne pouvez plus écrire sous les articles. Vous continuez de les lire comme avant."],
    };
}
