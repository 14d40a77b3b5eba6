using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>Formats as they are typed behind <c>genre:</c>; in addresses they have the name that the index holds.</summary>
public static class FormatSlugs
{
    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal)
    {
        ["actualite"] = "News",
        ["entretien"] = "Interview",
        ["interview"] = "Interview",
        ["reportage"] = "Report",
        ["enquete"] = "Investigation",
        ["analyse"] = "Analysis",
        ["jurisprudence"] = "CourtRuling",
        ["fiche"] = "HowTo",
        ["opinion"] = "Opinion",
        ["tribune"] = "Opinion",
        ["billet"] = "Column",
        ["portrait"] = "Portrait",
        ["guide"] = "Guide",
        ["revision"] = "Revision",
    };

    /// <summary>Null: nobody calls a format so.</summary>
    public static string? FormatOf(string typed)
    {
        var folded = Fold.Of(typed);
        return Typed.GetValueOrDefault(folded) ?? Typed.GetValueOrDefault(folded.TrimEnd('s'));
    }
}
