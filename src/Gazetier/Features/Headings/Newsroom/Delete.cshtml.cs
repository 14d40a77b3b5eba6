using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>Deletes what nothing depends on; else says what does.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class DeleteModel(GazetierDb db, DeleteHeading delete, Phrases t) : PageModel
{
    public FollowKind Kind { get; private set; }

    public Named Named { get; private set; } = null!;

    public HeadingUse Use { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await ReadAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await ReadAsync(slug, cancel))
        {
            return NotFound();
        }

        if (!await delete.RunAsync(Kind, Named.Id, Named.Name, HttpContext.SignedIn()!, cancel))
        {
            return this.Refused("", t["Rien n’a été supprimé : quelque chose en dépend."]);
        }

        return LocalRedirect($"/redaction/{Kind.Folder()}?fait=supprime");
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken cancel)
    {
        Kind = HttpContext.HeadingKind();
        if (Kind == FollowKind.Section && !HttpContext.SignedIn()!.Role!.Value.May(StaffAct.Govern))
        {
            return false;
        }

        if (await db.FindAsync(Kind, [slug], cancel) is not [var named])
        {
            return false;
        }

        Named = named;
        Use = await HeadingUse.ReadAsync(db, Kind, named.Id, cancel);
        return true;
    }
}
