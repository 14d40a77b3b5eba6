using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Figures;

/// <summary>The tables of a page, one at a time, as a French spreadsheet opens them: UTF-8 with its mark, semicolons.</summary>
public static class FigureCsv
{
    private const string Mark = "\uFEFF";

    /// <summary>The page; or one of its tables as a file, when <paramref name="csv"/> names it; 404 when it names none.</summary>
    /// <param name="name">Of the file, before the table's.</param>
    public static IActionResult Answer(this PageModel page, IReadOnlyList<Figure> figures, string? csv, string name)
    {
        if (csv is null)
        {
            return page.Page();
        }

        return figures.FirstOrDefault(figure => figure.Name == csv) is { } asked
            ? page.File(Encoding.UTF8.GetBytes(Write(asked)), "text/csv; charset=utf-8", $"{name}-{asked.Name}.csv")
            : page.NotFound();
    }

    internal static string Write(Figure figure)
    {
        var csv = new StringBuilder(Mark).AppendJoin(';', figure.Columns.Select(Cell)).Append("\r\n");
        foreach (var line in figure.Lines)
        {
            csv.AppendJoin(';', line.Cells.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(Cell(line.ForSpreadsheet ?? line.Label))).Append("\r\n");
        }

        return csv.ToString();
    }

    /// <summary>A spreadsheet would compute what begins like a formula.</summary>
    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny("\"\r\n;") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
