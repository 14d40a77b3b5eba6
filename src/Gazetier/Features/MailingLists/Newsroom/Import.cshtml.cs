using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.MailingLists.Imports;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Newsroom;

/// <summary>Brings a list from elsewhere, with its proof. Nothing is added here: the next page says what would be.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ImportModel(GazetierDb db, ListsOfReader lists, CheckImport check, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string Here = "/redaction/lettres/importer";

    private const int Shown = 30;

    [BindProperty(Name = "liste")]
    public string? List { get; set; }

    [BindProperty(Name = "fichier")]
    public IFormFile? Table { get; set; }

    [BindProperty(Name = "preuve")]
    public IFormFile? Proof { get; set; }

    [BindProperty(Name = "declaration")]
    public string? Statement { get; set; }

    /// <summary>"abandonne".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<MailingList> Lists { get; private set; } = [];

    public IReadOnlyList<PastImport> Past { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var made = await MadeAsync(cancel);
        if (made is not null && ModelState.IsValid)
        {
            if (await check.RunAsync(made, SpreadsheetText.Of(await BytesAsync(Table!, cancel)), cancel) is { } import)
            {
                return LocalRedirect(ShowModel.PathOf(import));
            }

            ModelState.AddModelError("fichier", t["Ce fichier ne contient aucune ligne, ou plus de {0}.", ListImport.MostLines.ToString("N0", t.Culture)]);
        }

        return this.Refused();
    }

    /// <summary>Null, with what is to be corrected: it is not whole.</summary>
    private async Task<ListImport?> MadeAsync(CancellationToken cancel)
    {
        var list = Lists.FirstOrDefault(one => one.Name == List);
        var statement = Printable.Line(Statement ?? "");
        var proof = Proof is { Length: > 0 and <= ListImport.LargestProof } ? await BytesAsync(Proof, cancel) : null;
        var type = proof is null ? null : PurchaseFile.TypeOf(proof);
        Complain(list is null, "liste", t["Choisissez une liste."]);
        Complain(Table is null or { Length: 0 }, "fichier", t["Joignez le fichier CSV des adresses."]);
        Complain(Table?.Length > ListImport.LargestTable, "fichier", t["Ce fichier est trop lourd : {0} Mo au plus.", ListImport.LargestTable / 1024 / 1024]);
        Complain(Proof?.Length > ListImport.LargestProof, "preuve", t["Ce fichier est trop lourd : {0} Mo au plus.", ListImport.LargestProof / 1024 / 1024]);
        Complain(proof is not null && type is null, "preuve", t["Ce fichier n’est ni un PDF, ni une image PNG ou JPEG."]);
        Complain(Proof is null or { Length: 0 } && statement.Length < 20, "declaration", t["Sans preuve, rien n’est importé : joignez un fichier, ou déclarez comment ces personnes ont donné leur accord."]);
        Complain(statement.Length > ListImport.LongestStatement, "declaration", t["{0} signes au plus.", ListImport.LongestStatement]);
        return list is null || !ModelState.IsValid
            ? null
            : new ListImport
            {
                List = list.Name,
                Title = list.Title,
                Name = Shortened.To(ListImport.LongestName, Printable.Line(Path.GetFileName(Table!.FileName))),
                Fingerprint = "",
                Statement = statement,
                ProofName = type is null ? null : PurchaseFile.NameOf(Proof!.FileName, type),
                ProofType = type,
                Proof = proof,
                ByName = HttpContext.SignedIn()!.DisplayName,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
            };
    }

    private void Complain(bool isWrong, string field, string sentence)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return content.ToArray();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Lists = await lists.OfAsync(HttpContext.SignedIn()!.AccountId, t, cancel);
        Past = await db.ListImports.AsNoTracking().OrderByDescending(i => i.Id).Take(Shown)
            .Select(i => new PastImport(i.Id, i.Title, i.Name, i.ByName, i.CreatedAt, i.State, i.Lines, i.Added)).ToListAsync(cancel);
    }

    public sealed record PastImport(Guid Id, string Title, string Name, string ByName, DateTime At, ImportState State, int Lines, int Added);
}
