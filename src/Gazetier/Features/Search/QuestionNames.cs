using Gazetier.Features.Search.Asking;
using Gazetier.Locales;

namespace Gazetier.Features.Search;

/// <summary>What readers call what they look for and find.</summary>
public static class QuestionNames
{
    public static string Name(this FoundKind kind, Phrases t) => kind switch
    {
        FoundKind.LegalText => t["Textes officiels et décisions"],
        FoundKind.Event => t["Agenda"],
        FoundKind.Announcement => t["Annonces"],
        FoundKind.PrintIssue => t["Magazine"],
        FoundKind.Comment => t["Réactions"],
        _ => t["Articles"],
    };

    public static string Name(this FacetGroup group, Phrases t) => group switch
    {
        FacetGroup.Kind => t["Genre"],
        FacetGroup.Format => t["Forme"],
        FacetGroup.Theme => t["Thème"],
        FacetGroup.Club => t["Club"],
        FacetGroup.Dossier => t["Dossier"],
        FacetGroup.Author => t["Auteur"],
        FacetGroup.Place => t["Lieu"],
        _ => t["Rubrique"],
    };
}
