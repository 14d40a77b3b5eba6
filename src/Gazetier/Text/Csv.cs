using System.Globalization;
using System.Text;

namespace Gazetier.Text;

/// <summary>Tables as a French spreadsheet opens them: UTF-8 with its mark, semicolons, and nothing that it would compute. Pure.</summary>
public static class Csv
{
    /// <summary>Stands first in the file: without it, Excel takes the letters for others.</summary>
    public const string Mark = "\uFEFF";

    // With commas, it makes one column.
    private const char Separator = ';';

    /// <summary>A line with its end.</summary>
    public static string Row(params IEnumerable<object?> values) =>
        new StringBuilder().AppendJoin(Separator, values.Select(Cell)).Append("\r\n").ToString();

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "oui" : "non",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        // A spreadsheet would compute what begins like a formula.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && value is string)
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny("\"\r\n;") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
