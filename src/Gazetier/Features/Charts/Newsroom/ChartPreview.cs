using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gazetier.Features.Charts.Newsroom;

/// <summary>
/// What the editor asks before a chart goes into a text: the figure for the body, and its drawing; or why there is none. Nothing is
/// kept: the text is drawn when it is saved.
/// </summary>
public static class ChartPreview
{
    public static void MapChartPreview(this WebApplication app) =>
        app.MapPost("/redaction/graphiques", Preview).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery();

    /// <param name="data">CSV, or cells of a spreadsheet, or the HTML of a table.</param>
    /// <param name="kind">columns, bars or lines.</param>
    private static IResult Preview(HttpContext context, Phrases t, [FromForm] string? data, [FromForm] string? kind, [FromForm] string? title)
    {
        if (!context.SignedIn()!.Role!.Value.May(StaffAct.Write))
        {
            return Results.NotFound();
        }

        if (ChartKinds.FromCode(kind) is not { } drawn)
        {
            return Wrong("kind", t["Choisissez des colonnes, des barres ou des courbes."]);
        }

        if (data is { Length: > PastedTable.MaxLength })
        {
            return Wrong("data", t["{0} signes au plus, ici {1}.", PastedTable.MaxLength, data.Length]);
        }

        var rows = RowsOf(data ?? "");
        var (chart, fault) = ReadChart.Of(drawn, rows);
        if (chart is null)
        {
            return Wrong("data", fault!.Said(t));
        }

        var caption = Printable.Line(title ?? "");
        return Results.Json(new
        {
            html = Figure(drawn, caption, rows),
            svg = Encoding.UTF8.GetString(DrawChart.Run(chart, chart.AlternativeText(caption), isNarrow: false)),
            alt = chart.AlternativeText(caption),
        });
    }

    private static IReadOnlyList<IReadOnlyList<string>> RowsOf(string data) =>
        data.TrimStart().StartsWith('<')
            ? new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + data).QuerySelector("table") is { } table ? KeepCharts.RowsOf(table) : []
            : PastedTable.Read(data);

    /// <summary>As it goes into the body, which is cleaned when it is saved, as everything.</summary>
    private static string Figure(ChartKind kind, string caption, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var html = new StringBuilder($"<figure class=\"chart\" data-kind=\"{kind.Code()}\">");
        html.Append(caption.Length > 0 ? $"<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption>" : "").Append("<table><thead>");
        foreach (var (at, row) in rows.Index())
        {
            html.Append(at == 1 ? "</thead><tbody>" : "").Append("<tr>");
            foreach (var (column, cell) in row.Index())
            {
                var name = at == 0 || column == 0 ? "th" : "td";
                html.Append('<').Append(name).Append('>').Append(WebUtility.HtmlEncode(cell)).Append("</").Append(name).Append('>');
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></figure>").ToString();
    }

    private static IResult Wrong(string field, string sentence) =>
        Results.Json(new { errors = new Dictionary<string, string> { [field] = sentence } }, statusCode: StatusCodes.Status422UnprocessableEntity);
}
