using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>One newsletter: its readers, its issues, and the door to the next; of one made by rule, what the next would hold.</summary>
[StaffMay(StaffAct.Post)]
public class ShowModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Shown = 50;

    /// <summary>What was done before: "enregistre", "supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Newsletter Newsletter { get; private set; } = null!;

    public int Signups { get; private set; }

    /// <summary>How many would get an issue now.</summary>
    public int Readers { get; private set; }

    /// <summary>Name of the product whose holders get it.</summary>
    public string? Product { get; private set; }

    public IReadOnlyList<Line> Waiting { get; private set; } = [];

    public IReadOnlyList<Line> Posted { get; private set; } = [];

    /// <summary>What the rule would make now; null where it is written by hand.</summary>
    public IReadOnlyList<ArticleCard>? Next { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slug, cancel) is not { } newsletter)
        {
            return NotFound();
        }

        Newsletter = newsletter;
        Zone = await masthead.ZoneAsync(cancel);
        await ReadAsync(clock.GetUtcNow().UtcDateTime, cancel);
        return Page();
    }

    /// <summary>Begins an issue.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slug, cancel) is not { } newsletter)
        {
            return NotFound();
        }

        var staff = HttpContext.SignedIn()!;
        var now = clock.GetUtcNow().UtcDateTime;
        var issue = new NewsletterIssue { NewsletterId = newsletter.Id, SavedAt = now, SavedByName = staff.DisplayName };
        db.NewsletterIssues.Add(issue);
        db.Record(now, staff, "newsletter.issue-begun", detail: newsletter.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/redaction/lettres/numero/{issue.Id}");
    }

    private async Task ReadAsync(DateTime now, CancellationToken cancel)
    {
        Signups = await db.NewsletterSignups.Standing().CountAsync(s => s.NewsletterId == Newsletter.Id, cancel);
        Readers = await db.CountAudienceAsync(Newsletter, now, cancel);
        Product = Newsletter.ProductNumber is { } number ? await db.Products.Where(p => p.Number == number).Select(p => p.Name).FirstOrDefaultAsync(cancel) ?? t["produit n° {0}", number] : null;
        var issues = db.NewsletterIssues.AsNoTracking().Of(Newsletter.Id);
        Waiting = await LinesAsync(issues.Where(i => i.State != NewsletterIssueState.Posted).OrderBy(i => i.ScheduledAt == null).ThenBy(i => i.ScheduledAt).ThenByDescending(i => i.SavedAt), cancel);
        Posted = await LinesAsync(issues.Posted().OrderByDescending(i => i.Number).Take(Shown), cancel);
        if (Newsletter.Making == NewsletterMaking.ByRule)
        {
            Next = await db.Articles.Published(now).CardsAsync(await db.ArticlesByRuleAsync(Newsletter, now, cancel), now, cancel);
        }
    }

    private async Task<List<Line>> LinesAsync(IQueryable<NewsletterIssue> issues, CancellationToken cancel) =>
        await issues.Select(i => new Line(
            i.Id, i.Subject, i.Number, i.State, i.ScheduledAt, i.PostedAt, i.SavedAt, i.SavedByName, db.Deliveries.Count(d => d.IssueId == i.PostingId))).ToListAsync(cancel);

    /// <summary>One issue; times are UTC.</summary>
    public sealed record Line(
        Guid Id, string Subject, int? Number, NewsletterIssueState State, DateTime? ScheduledAt, DateTime? PostedAt, DateTime SavedAt, string SavedByName, int Mails)
    {
        public string Called(Phrases t) => Subject.Length > 0 ? Subject : t["Numéro sans objet"];
    }
}
