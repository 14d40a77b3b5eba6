using Gazetier.Features.Articles;
using Gazetier.Features.Search.Asking;
using Gazetier.Locales;

namespace Gazetier.Features.Search;

/// <summary>What readers call what they look for and find.</summary>
public static class QuestionNames
{
    /// <summary>"eau potable · Fiche pratique": as a follow is called.</summary>
    public static string Of(Question question, Phrases t)
    {
        var narrowing = question.Narrowing;
        string?[] parts =
        [
            question.Written, narrowing.Format is { } format ? FormatName(format, t) : null, narrowing.Section, narrowing.Theme, narrowing.Dossier, narrowing.Author, narrowing.Place,
        ];
        var name = string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
        return name.Length > Keywords.Keyword.MaxLength ? Text.Plain.Shorten(name, Keywords.Keyword.MaxLength) : name;
    }

    public static string Name(this FoundKind kind, Phrases t) => kind switch
    {
        FoundKind.LegalText => t["Textes officiels et décisions"],
        FoundKind.Event => t["Agenda"],
        FoundKind.Announcement => t["Annonces"],
        FoundKind.PrintIssue => t["Magazine"],
        FoundKind.Comment => t["Réactions"],
        _ => t["Articles"],
    };

    public static string FormatName(string format, Phrases t) => Enum.TryParse<Format>(format, out var known) && Enum.IsDefined(known) ? known.Name(t) : format;

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
