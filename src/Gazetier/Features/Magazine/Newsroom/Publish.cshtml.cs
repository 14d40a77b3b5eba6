using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>Shows an issue to readers, or takes it back from them.</summary>
[StaffMay(StaffAct.Publish)]
public class PublishModel(GazetierDb db, KeepPrintIssue keep, TimeProvider clock) : PageModel
{
    /// <summary>"publier" or "retirer".</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>Of the issue that was looked at.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    public IActionResult OnGet(int number) => LocalRedirect(FormattableString.Invariant($"{IndexModel.Root}/{number}"));

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (What is not ("publier" or "retirer") || await db.PrintIssues.FirstOrDefaultAsync(i => i.Number == number, cancel) is not { } issue)
        {
            return NotFound();
        }

        var publishes = What == "publier";
        if (issue.PublishedAt is not null == publishes)
        {
            return Back("enregistre");
        }

        issue.PublishedAt = publishes ? clock.GetUtcNow().UtcDateTime : null;
        var isKept = Version == issue.Version && await keep.RunAsync(issue, publishes ? "magazine.published" : "magazine.withdrawn", HttpContext.SignedIn()!, cancel);
        return Back(!isKept ? "trop-tard" : publishes ? "publie" : "retire");

        LocalRedirectResult Back(string done) => LocalRedirect(FormattableString.Invariant($"{IndexModel.Root}/{number}?fait={done}"));
    }
}
