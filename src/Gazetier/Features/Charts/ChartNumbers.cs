using System.Globalization;
using System.Text.RegularExpressions;
using Gazetier.Text;

namespace Gazetier.Features.Charts;

/// <summary>
/// Reads numbers as people write them, in French or in English: "1 234,5 %", "−3,2", "$1,234.50", "12 M€". What a comma means is
/// learned from the whole table; where nothing tells, it is a decimal comma.
/// </summary>
internal sealed partial class ChartNumbers
{
    private const double Largest = 1e15;
    private static readonly string[] Missing = ["", "-", "–", "—", "−", "...", "…", "nd", "n.d.", "n.d", "nc", "n.c.", "n.c", "na", "n.a.", "n/a", "ns", "so", "s.o.", "?", "x"];

    private readonly HashSet<char> _decimals = [];
    private readonly HashSet<char> _groups = [];

    public ChartNumbers(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            if (Number().Match(Clean(cell)) is { Success: true } match)
            {
                Learn(match.Groups["digits"].Value);
            }
        }
    }

    /// <param name="value">Null where the cell says that there is none.</param>
    /// <param name="unit">What stands before or after the digits; empty without.</param>
    /// <returns>False where it is no number.</returns>
    public bool TryRead(string cell, out double? value, out string unit)
    {
        value = null;
        unit = "";
        var clean = Clean(cell);
        if (Missing.Contains(Fold.Of(clean), StringComparer.Ordinal))
        {
            return true;
        }

        var match = Number().Match(clean);
        if (!match.Success || Plainly(match.Groups["digits"].Value) is not { } digits
            || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Largest)
        {
            return false;
        }

        unit = (match.Groups["before"].Value + match.Groups["after"].Value).Trim();
        value = match.Groups["sign"].Value is "-" or "−" or "–" ? -number : number;
        return true;
    }

    /// <summary>Every kind of space is one; an apostrophe groups, as in Switzerland.</summary>
    private static string Clean(string cell) => string.Concat(cell.Select(c => char.IsWhiteSpace(c) ? ' ' : c)).Trim();

    private void Learn(string digits)
    {
        var signs = digits.Where(c => c is ',' or '.').ToList();
        if (signs.Distinct().Count() == 2)
        {
            _groups.Add(signs[0]);
            _decimals.Add(signs[^1]);
        }
        else if (signs.Count > 1)
        {
            _groups.Add(signs[0]);
        }
        else if (signs.Count == 1 && !MayGroup(digits, signs[0]))
        {
            _decimals.Add(signs[0]);
        }
    }

    /// <summary>"1,234" may be either; "0,234", "12,5" and "1234,567" are not grouped.</summary>
    private static bool MayGroup(string digits, char sign) => digits.Split(sign) is [{ Length: >= 1 and <= 3 } first, { Length: 3 }] && first[0] != '0' && !digits.Contains(' ', StringComparison.Ordinal);

    /// <summary>The digits with a point, or null where the groups are not groups.</summary>
    private string? Plainly(string digits)
    {
        var last = digits.LastIndexOfAny([',', '.']);
        var isDecimal = last >= 0 && IsDecimal(digits, digits[last]);
        var whole = isDecimal ? digits[..last] : digits;
        var groups = whole.Split(' ', ',', '.', '\'', '’');
        if (groups.Length > 1 && (groups[0].Length is < 1 or > 3 || groups[1..].Any(group => group.Length != 3)))
        {
            return null;
        }

        return string.Concat(groups) + (isDecimal ? "." + digits[(last + 1)..] : "");
    }

    private bool IsDecimal(string digits, char sign)
    {
        if (digits.Count(c => c == sign) > 1)
        {
            return false;
        }

        var other = sign == ',' ? '.' : ',';
        if (!MayGroup(digits, sign))
        {
            return true;
        }

        return !(_groups.Contains(sign) && !_decimals.Contains(sign)) && !(_decimals.Contains(other) && !_decimals.Contains(sign));
    }

    [GeneratedRegex(@"^(?<sign>[+\-−–])? ?(?<before>[$£€¥])? ?(?<sign>[+\-−–])? ?(?<digits>\d[\d .,'’]*\d|\d|[.,]\d+) ?(?<after>[^\d.,][^\d]{0,11})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
