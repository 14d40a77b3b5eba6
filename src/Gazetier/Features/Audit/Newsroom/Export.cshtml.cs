using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Audit.Newsroom;

/// <summary>The lines that the question finds, all of them, for a spreadsheet. Written as they are read: there may be many.</summary>
[StaffMay(StaffAct.Govern)]
public class ExportModel(GazetierDb db, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "qui", SupportsGet = true)]
    public Guid? Who { get; set; }

    [BindProperty(Name = "quoi", SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(Name = "article", SupportsGet = true)]
    public long? ArticleId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"registre.csv\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteAsync(Csv.Mark + Csv.Row(t["Quand"], t["Qui"], t["Quoi"], t["Sur qui"], t["Article n°"], t["Détail"]));
        await foreach (var act in db.Acts.AsNoTracking().Answering(new(Who, What, ArticleId)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await writer.WriteAsync(Csv.Row(
                Dates.Local(act.At, zone), act.ByName, ActNames.Of(act.What, t), act.AboutName, act.ArticleId, IndexModel.Detail(act, t)));
        }

        return new EmptyResult();
    }
}
