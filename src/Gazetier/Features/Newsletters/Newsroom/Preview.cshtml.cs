using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newsletters.Mails;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>An issue as a subscriber or a free reader gets it: the mail's two parts, side by side.</summary>
[StaffMay(StaffAct.Post)]
public class PreviewModel(GazetierDb db, ComposeSampleIssue compose, Phrases t) : PageModel
{
    /// <summary>"abonne"; else as a reader who has an account and no subscription.</summary>
    [BindProperty(Name = "comme", SupportsGet = true)]
    public string? As { get; set; }

    public bool AsSubscriber => As == "abonne";

    public NewsletterIssue Issue { get; private set; } = null!;

    public SampleIssue Sample { get; private set; } = null!;

    /// <summary>Address of the HTML part.</summary>
    public string Source { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.NewsletterIssues.AsNoTracking().Include(i => i.Newsletter).FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } issue
            || await compose.RunAsync(id, AsSubscriber ? AccessClass.Subscriber : AccessClass.Registered, t.Language, cancel) is not { } sample)
        {
            return NotFound();
        }

        (Issue, Sample) = (issue, sample);
        Source = $"{IssueHtml.Address}/{id}?comme={(AsSubscriber ? "abonne" : "inscrit")}";
        Response.LetPageFrameOurs();
        return Page();
    }
}
