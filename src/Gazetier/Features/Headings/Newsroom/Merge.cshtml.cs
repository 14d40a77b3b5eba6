using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>Merges a theme, a dossier or an author into another: says first what will happen, and what cannot be taken back.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class MergeModel(GazetierDb db, MergeHeadings merge, Phrases t) : PageModel
{
    /// <summary>Slug of the one that stays.</summary>
    [BindProperty(Name = "dans", SupportsGet = true)]
    public string? Into { get; set; }

    public FollowKind Kind { get; private set; }

    public Named Gone { get; private set; } = null!;

    /// <summary>Null until it was chosen.</summary>
    public Named? Kept { get; private set; }

    public IReadOnlyList<Named> Others { get; private set; } = [];

    public HeadingUse Use { get; private set; } = null!;

    /// <summary>Articles that stand under both.</summary>
    public int Both { get; private set; }

    /// <summary>Readers who follow both.</summary>
    public int FollowBoth { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await ReadAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await ReadAsync(slug, cancel))
        {
            return NotFound();
        }

        if (Kept is null || !await merge.RunAsync(Kind, Gone.Id, Kept.Id, HttpContext.SignedIn()!, cancel))
        {
            return this.Refused("dans", t["Choisissez dans la liste ce qui doit rester."]);
        }

        return LocalRedirect(HeadingAddress.Newsroom(Kind, Kept.Slug) + "?fait=fusionne");
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken cancel)
    {
        Kind = HttpContext.HeadingKind();
        var all = await db.Followables(Kind).ToListAsync(cancel);
        if (all.Find(named => named.Slug == slug) is not { } gone)
        {
            return false;
        }

        Gone = gone;
        Others = [.. all.Where(named => named.Id != gone.Id).OrderBy(named => named.Name, French.Order)];
        Kept = Others.FirstOrDefault(named => named.Slug == Into);
        Use = await HeadingUse.ReadAsync(db, Kind, gone.Id, cancel);
        if (Kept is { Id: var kept })
        {
            var others = db.ArticlesUnder(Kind, kept);
            Both = await db.ArticlesUnder(Kind, gone.Id).CountAsync(id => others.Contains(id), cancel);
            FollowBoth = await db.Follows.CountAsync(f => f.Kind == Kind && f.SubjectId == gone.Id && db.Follows.Any(o => o.AccountId == f.AccountId && o.Kind == Kind && o.SubjectId == kept), cancel);
        }

        return true;
    }
}
