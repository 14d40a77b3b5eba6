using Gazetier.Locales;

namespace Gazetier.Features.LegalTexts;

/// <summary>Legal texts in a reader's words.</summary>
public static class LegalTextNames
{
    public static string Name(this LegalTextKind kind, Phrases t) => kind switch
    {
        LegalTextKind.CourtRuling => t["Jurisprudence"],
        LegalTextKind.MinisterialAnswer => t["Réponse ministérielle"],
        _ => t["Texte officiel"],
    };

    public static string Plural(this LegalTextKind kind, Phrases t) => kind switch
    {
        LegalTextKind.CourtRuling => t["Jurisprudence"],
        LegalTextKind.MinisterialAnswer => t["Réponses ministérielles"],
        _ => t["Textes officiels"],
    };

    /// <summary>What a standing is called: a ruling is not repealed, it is abandoned.</summary>
    public static string Name(this TextStanding standing, LegalTextKind kind, Phrases t) => (standing, kind) switch
    {
        (TextStanding.InForce, LegalTextKind.OfficialText) => t["En vigueur"],
        (TextStanding.InForce, _) => t["Toujours d’actualité"],
        (TextStanding.Amended, LegalTextKind.CourtRuling) => t["Précisé"],
        (TextStanding.Amended, LegalTextKind.MinisterialAnswer) => t["Complété"],
        (TextStanding.Amended, _) => t["Modifié"],
        (TextStanding.Repealed, LegalTextKind.OfficialText) => t["Abrogé"],
        (TextStanding.Repealed, _) => t["Caduc"],
        _ => t["Annulé"],
    };

    /// <summary>"Abrogé depuis le 1er mars 2026", "En vigueur".</summary>
    public static string StandingOn(this LegalText text, DateOnly day, Phrases t) => text.StateOn(day) is { } state
        ? t["{0} depuis le {1}", state.Standing.Name(text.Kind, t), t.Day(state.On)]
        : text.IsToComeOn(day) ? t["Entre en vigueur le {0}", t.Day(text.InForceOn!.Value)]
        : TextStanding.InForce.Name(text.Kind, t);

    /// <summary>"Abrogé à partir du 1er mars 2027", of what is known to come.</summary>
    public static string ToCome(this TextState state, LegalTextKind kind, Phrases t) =>
        t["{0} à partir du {1}", state.Standing.Name(kind, t), t.Day(state.On)];

    /// <summary>The colour of the mark beside it.</summary>
    public static string Mark(this TextStanding standing) => standing switch
    {
        TextStanding.InForce => "good",
        TextStanding.Amended => "warn",
        _ => "bad",
    };
}
