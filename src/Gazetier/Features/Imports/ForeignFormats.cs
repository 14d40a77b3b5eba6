using System.Collections.Frozen;
using Gazetier.Features.Articles;
using Gazetier.Text;

namespace Gazetier.Features.Imports;

/// <summary>The forms of article by the names that other systems give them.</summary>
internal static class ForeignFormats
{
    private static readonly FrozenDictionary<string, Format> Known = new Dictionary<string, Format>(StringComparer.Ordinal)
    {
        ["article"] = Format.News,
        ["actualite"] = Format.News,
        ["breve"] = Format.News,
        ["depeche"] = Format.News,
        ["evenement"] = Format.News,
        ["fiche projet"] = Format.News,
        ["communique"] = Format.News,
        ["entretien"] = Format.Interview,
        ["interview"] = Format.Interview,
        ["reportage"] = Format.Report,
        ["enquete"] = Format.Investigation,
        ["analyse"] = Format.Analysis,
        ["decryptage"] = Format.Analysis,
        ["dossier"] = Format.Analysis,
        ["jurisprudence"] = Format.CourtRuling,
        ["reponse ministerielle"] = Format.MinisterialAnswer,
        ["texte officiel"] = Format.OfficialText,
        ["tutoriel"] = Format.HowTo,
        ["fiche pratique"] = Format.HowTo,
        ["mode d'emploi"] = Format.HowTo,
        ["tribune"] = Format.Opinion,
        ["opinion"] = Format.Opinion,
        ["editorial"] = Format.Opinion,
        ["billet"] = Format.Column,
        ["chronique"] = Format.Column,
        ["newsletter"] = Format.Column,
        ["lettre"] = Format.Column,
        ["portrait"] = Format.Portrait,
        ["guide"] = Format.Guide,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="format">One of ours, by its English name; a wrong one refuses the line.</param>
    /// <param name="kind">What the source calls it; what we do not know is news.</param>
    public static Format Read(string? format, string? kind)
    {
        if (format is not null)
        {
            return Enum.TryParse<Format>(format, ignoreCase: true, out var ours) && !char.IsAsciiDigit(format[0]) && Enum.IsDefined(ours)
                ? ours
                : throw Fields.Wrong("format", $"l’un de {string.Join(", ", Enum.GetNames<Format>())}");
        }

        return kind is not null && Known.TryGetValue(Fold.Of(kind), out var known) ? known : Format.News;
    }
}
