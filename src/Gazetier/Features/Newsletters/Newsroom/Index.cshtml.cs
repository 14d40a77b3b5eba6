using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>All newsletters: how many signed up, what appeared last and what comes next.</summary>
[StaffMay(StaffAct.Post)]
public class IndexModel(GazetierDb db, Masthead masthead) : PageModel
{
    /// <summary>What was done before: "supprimee".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Lines = await db.Newsletters.AsNoTracking().OrderBy(n => n.Name).Select(n => new Line(
            n,
            db.NewsletterSignups.Count(s => s.NewsletterId == n.Id && s.LeftAt == null),
            db.NewsletterIssues.Where(i => i.NewsletterId == n.Id && i.State == NewsletterIssueState.Posted).Max(i => i.PostedAt),
            db.NewsletterIssues.Where(i => i.NewsletterId == n.Id && i.State == NewsletterIssueState.Scheduled).Min(i => i.ScheduledAt),
            db.NewsletterIssues.Count(i => i.NewsletterId == n.Id && i.State == NewsletterIssueState.Draft))).ToListAsync(cancel);
    }

    /// <summary>One newsletter; times are UTC.</summary>
    public sealed record Line(Newsletter Newsletter, int Signups, DateTime? LastAt, DateTime? ScheduledAt, int Drafts)
    {
        /// <summary>When the next one leaves, by hand or by rule; null: none is planned.</summary>
        public DateTime? NextAt => ScheduledAt ?? Newsletter.NextDueAt;
    }
}
