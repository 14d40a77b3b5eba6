using Gazetier.Locales;

namespace Gazetier.Features.Charts;

/// <summary>Why a table cannot be drawn; it then stands alone.</summary>
/// <param name="Detail">The cell that is no number, the two units.</param>
public sealed record ChartFault(ChartFaultKind Kind, string Detail = "")
{
    /// <summary>In a sentence that says what to do.</summary>
    public string Said(Phrases t) => Kind switch
    {
        ChartFaultKind.NoTable => t["Collez un tableau : des noms dans la première colonne, des nombres dans les suivantes."],
        ChartFaultKind.TooSmall => t["Il faut au moins une ligne d’en-têtes, une ligne de chiffres et deux colonnes."],
        ChartFaultKind.TooManySeries => t["{0} colonnes de chiffres au plus se distinguent à l’œil : retirez-en, ou faites deux graphiques.", Chart.MaxSeries],
        ChartFaultKind.TooManyRows => t["{0} lignes au plus : regroupez-les, par exemple par année.", Chart.MaxRows],
        ChartFaultKind.TooManyMarks => t["{0} barres au plus : choisissez des courbes, ou retirez des lignes.", Chart.MaxMarks],
        ChartFaultKind.MergedCells => t["Des cellules sont fusionnées : donnez une valeur à chacune."],
        ChartFaultKind.NotANumber => t["« {0} » n’est pas un nombre : laissez la cellule vide si la valeur manque.", Detail],
        ChartFaultKind.SeveralUnits => t["Les nombres n’ont pas tous la même unité ({0}) : faites un graphique pour chacune.", Detail],
        _ => t["Le tableau ne contient aucun nombre."],
    };
}

public enum ChartFaultKind
{
    NoTable,
    TooSmall,
    TooManySeries,
    TooManyRows,
    TooManyMarks,
    MergedCells,
    NotANumber,
    SeveralUnits,
    NoNumbers,
}
