using Gazetier.Locales;

namespace Gazetier.Features.LegalTexts;

/// <summary>One line of a table of legal texts, and what would become of it.</summary>
/// <param name="Number">As an editor counts them.</param>
/// <param name="Written">What stands there as a title.</param>
/// <param name="Text">Null where it cannot be read.</param>
public sealed record TextLine(int Number, string Written, LegalText? Text, TextFault Fault);

/// <summary>Why a line is not imported.</summary>
public enum TextFault
{
    None,
    NoKind,
    NoTitle,
    NoDate,
    BadEcli,
    BadNor,
    BadSource,
    BadAccess,
    TooLong,

    /// <summary>The same text stands above it.</summary>
    Twice,

    /// <summary>The newspaper has it already.</summary>
    Known,
}

public static class TextFaultNames
{
    public static string Name(this TextFault fault, Phrases t) => fault switch
    {
        TextFault.None => t["Sera ajouté"],
        TextFault.NoKind => t["Genre inconnu"],
        TextFault.NoTitle => t["Sans intitulé"],
        TextFault.NoDate => t["Une date manque ou ne se lit pas"],
        TextFault.BadEcli => t["L’ECLI n’en est pas un"],
        TextFault.BadNor => t["Le NOR n’en est pas un"],
        TextFault.BadSource => t["L’adresse de la source n’en est pas une"],
        TextFault.BadAccess => t["Accès inconnu"],
        TextFault.TooLong => t["Une cellule est trop longue"],
        TextFault.Twice => t["Déjà plus haut dans la table"],
        _ => t["Déjà dans le journal"],
    };
}
