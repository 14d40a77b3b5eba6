using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Redirects.Newsroom;

/// <summary>Addresses that pages used to have: searched, added, deleted.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, KeepRedirects keep, TimeProvider clock, Phrases t) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "ancienne")]
    public string? Old { get; set; }

    [BindProperty(Name = "nouvelle")]
    public string? Target { get; set; }

    /// <summary>The path of one to delete; else one is added.</summary>
    [BindProperty(Name = "supprimer")]
    public string? Deleted { get; set; }

    /// <summary>What was done before: "ajoute", "supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Redirect> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Deleted is { Length: > 0 and <= RedirectLine.Longest })
        {
            return await DeleteAsync(Printable.Only(Deleted), cancel);
        }

        var line = new RedirectLine(1, Printable.Line(Old ?? ""), Printable.Line(Target ?? ""));
        var report = await keep.RunAsync([line], HttpContext.SignedIn()!, cancel);
        if (report.Refused is [var (_, why)])
        {
            await ReadAsync(cancel);
            return this.Refused(why is RedirectRefusal.NotOurs or RedirectRefusal.Nowhere ? "nouvelle" : "ancienne", why.Said(t));
        }

        return LocalRedirect("/redaction/redirections?fait=ajoute");
    }

    private async Task<IActionResult> DeleteAsync(string path, CancellationToken cancel)
    {
        if (await db.Redirects.FirstOrDefaultAsync(r => r.Path == path, cancel) is { } redirect)
        {
            db.Redirects.Remove(redirect);
            db.Record(clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, "redirect.deleted", null, $"{redirect.Path} → {redirect.Target}");
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect("/redaction/redirections?fait=supprime");
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var asked = Printable.Line(Query ?? "");
        asked = asked[..Math.Min(asked.Length, 200)];
        var found = db.Redirects.AsNoTracking().Where(r => asked == "" || r.Path.Contains(asked) || r.Target.Contains(asked));
        Paging = new Paging(GiveKeptPage.PageNumber(Request), PageSize, await found.CountAsync(cancel));
        Lines = await found.OrderBy(r => r.Path).Skip(Math.Max(0, Paging.Skip)).Take(PageSize).ToListAsync(cancel);
        return !Paging.IsOut;
    }
}
