using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gazetier.Features.Charts;

/// <summary>Numbers that can be drawn: what they are called along the axis, and one or several rows of them.</summary>
/// <param name="Labels">Of the first column, top to bottom.</param>
/// <param name="Series">Of the other columns, left to right.</param>
/// <param name="Unit">That of all numbers: "%", "€", "km"; empty without one.</param>
public sealed record Chart(ChartKind Kind, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, string Unit)
{
    public const int MaxSeries = 8;
    public const int MaxRows = 60;

    /// <summary>Columns or bars: more are a comb, not a chart.</summary>
    public const int MaxMarks = 120;

    /// <summary>Raise it when the same numbers are drawn otherwise: browsers keep a drawing for a year.</summary>
    private const string Drawing = "1";

    public IEnumerable<double> Values => Series.SelectMany(series => series.Values).OfType<double>();

    /// <summary>
    /// The name of the drawing of a table: 32 hexadecimal digits of a hash of all that is drawn. Whoever does not know the numbers
    /// cannot tell it, so the drawing of what is withheld is found by nobody who may not read it.
    /// </summary>
    public static string KeyOf(ChartKind kind, string caption, IEnumerable<IReadOnlyList<string>> rows)
    {
        var said = new StringBuilder(Drawing).Append('\n').Append(kind.Code()).Append('\n').Append(caption);
        foreach (var row in rows)
        {
            said.Append('\n').AppendJoin('\t', row);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..32];
    }

    /// <summary>A number as the newspaper writes it: "1 234,5 %".</summary>
    public string Written(double value)
    {
        var digits = value.ToString("#,0.###", French).Replace('-', '−');
        return Unit.Length == 0 ? digits : $"{digits}\u00A0{Unit}";
    }

    /// <summary>What the drawing shows, for those who cannot see it; the table beside it says the rest. French, as bodies are.</summary>
    public string AlternativeText(string caption)
    {
        var kind = Kind switch { ChartKind.Bars => "Graphique en barres", ChartKind.Lines => "Graphique en courbes", _ => "Graphique en colonnes" };
        var named = caption.Length == 0 ? kind : $"{kind} : {caption.TrimEnd('.', ' ')}";
        var low = Extreme(lowest: true);
        var high = Extreme(lowest: false);
        return $"{named}. Minimum : {low} ; maximum : {high}. Les chiffres sont dans le tableau.";
    }

    private string Extreme(bool lowest)
    {
        var all = Series.SelectMany(series => series.Values.Select((value, row) => (series.Name, value, row))).Where(one => one.value is not null);
        var (name, found, at) = lowest ? all.MinBy(one => one.value) : all.MaxBy(one => one.value);
        var where = Series.Count > 1 && name.Length > 0 ? $"{Labels[at]}, {name}" : Labels[at];
        return $"{Written(found!.Value)} ({where})";
    }

    private static readonly NumberFormatInfo French = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F", NumberGroupSizes = [3], NegativeSign = "-" };
}

/// <summary>The numbers of one column; null where the table says nothing.</summary>
public sealed record Series(string Name, IReadOnlyList<double?> Values);
