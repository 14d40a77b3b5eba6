using Gazetier.Locales;

namespace Gazetier.Features.Articles;

/// <summary>What readers call a format.</summary>
public static class FormatNames
{
    public static string Name(this Format format, Phrases t) => format switch
    {
        Format.Interview => t["Entretien"],
        Format.Report => t["Reportage"],
        Format.Investigation => t["Enquête"],
        Format.Analysis => t["Analyse"],
        Format.CourtRuling => t["Jurisprudence"],
        Format.MinisterialAnswer => t["Réponse ministérielle"],
        Format.OfficialText => t["Texte officiel"],
        Format.HowTo => t["Fiche pratique"],
        Format.Opinion => t["Opinion"],
        Format.Column => t["Billet"],
        Format.Portrait => t["Portrait"],
        Format.Guide => t["Guide"],
        Format.Revision => t["Fiche de révision"],
        _ => t["Actualité"],
    };

    /// <summary>Whether it speaks for its author rather than for the newspaper.</summary>
    public static bool IsOpinion(this Format format) => format is Format.Opinion or Format.Column;
}
