using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newsletters.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>How many get an issue; a trial to the staff; when it leaves, or now, after one more question.</summary>
[StaffMay(StaffAct.Post)]
public class SendModel(GazetierDb db, WriteIssue write, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>"essai", "programmer", "deprogrammer", "envoyer", "confirmer".</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>Of the staff: where the trial goes.</summary>
    [BindProperty(Name = "adresse")]
    public string? Address { get; set; }

    [BindProperty(Name = "comme")]
    public string? As { get; set; }

    /// <summary>On the newspaper's clock.</summary>
    [BindProperty(Name = "quand")]
    public string? At { get; set; }

    /// <summary>The last question is put.</summary>
    [BindProperty(Name = "certain", SupportsGet = true)]
    public bool IsAsking { get; set; }

    public NewsletterIssue Issue { get; private set; } = null!;

    /// <summary>How many would get it now.</summary>
    public int Readers { get; private set; }

    public int Signups { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Issue.IsPosted)
        {
            return LocalRedirect($"/redaction/lettres/numero/{id}");
        }

        At = LocalMoment.Write(Issue.ScheduledAt, Zone);
        Address = await db.Accounts.Where(a => a.Id == HttpContext.SignedIn()!.AccountId).Select(a => a.Email).FirstAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var here = $"/redaction/lettres/numero/{id}";
        var now = clock.GetUtcNow().UtcDateTime;
        return Action switch
        {
            "essai" => await TryAsync(here, now, cancel),
            "deprogrammer" => await MoveAsync(null, "newsletter.unscheduled", here + "?fait=deprogramme", cancel),
            _ when Faults.Count > 0 => this.Refused("", t["Le numéro n’est pas prêt : {0}", Faults[0]]),
            "programmer" => await ScheduleAsync(here, now, cancel),
            "envoyer" => LocalRedirect(here + "/envoi?certain=true#certain"),
            "confirmer" => await MoveAsync(now, "newsletter.sent", here + "?fait=part", cancel),
            _ => this.Refused("", t["Choisissez : essayer, programmer ou envoyer."]),
        };
    }

    private async Task<IActionResult> ScheduleAsync(string here, DateTime now, CancellationToken cancel)
    {
        if (!LocalMoment.TryRead(At, Zone, out var at) || at is null)
        {
            return this.Refused("quand", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        return at <= now
            ? this.Refused("quand", t["Cette heure est passée. Pour l’envoyer tout de suite, choisissez « Envoyer maintenant »."])
            : await MoveAsync(at, "newsletter.scheduled", here + "?fait=programme", cancel);
    }

    /// <param name="at">UTC; null: it is a draft again.</param>
    private async Task<IActionResult> MoveAsync(DateTime? at, string what, string next, CancellationToken cancel)
    {
        var staff = HttpContext.SignedIn()!;
        var isDone = await write.RunAsync(
            Issue.Id,
            staff,
            (row, _) =>
            {
                (row.State, row.ScheduledAt) = (at is null ? NewsletterIssueState.Draft : NewsletterIssueState.Scheduled, at);
                var when = what == "newsletter.scheduled" ? ", " + LocalMoment.Write(at, Zone).Replace('T', ' ') : "";
                db.Record(clock.GetUtcNow().UtcDateTime, staff, what, detail: $"{row.Newsletter.Name} : {row.Subject}{when}");
                return Task.CompletedTask;
            },
            cancel);
        return isDone ? LocalRedirect(next) : this.Refused("", t["Ce numéro est parti : il ne change plus."], StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> TryAsync(string here, DateTime now, CancellationToken cancel)
    {
        var key = EmailAddress.Read(Address) is { } typed ? EmailAddress.Key(typed) : "";
        // To the staff only: what is not out yet is nobody else's.
        if (await db.Accounts.Where(a => a.NormalizedEmail == key && a.Role != null).Select(a => a.Email).FirstOrDefaultAsync(cancel) is not { } email)
        {
            return this.Refused("adresse", t["Un essai ne part qu’à quelqu’un de l’équipe. Écrivez son adresse entière."]);
        }

        db.Owe(now, NewsletterLetterKinds.Trial, email, new TrialMail(Issue.Id, As == "abonne", t.Language.Code()));
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(here + "?fait=essai");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        if (await db.NewsletterIssues.AsNoTracking().Include(i => i.Newsletter).Include(i => i.Blocks).FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        Faults = issue.Faults(t);
        Readers = await db.CountAudienceAsync(issue.Newsletter, clock.GetUtcNow().UtcDateTime, cancel);
        Signups = await db.NewsletterSignups.Standing().CountAsync(s => s.NewsletterId == issue.NewsletterId, cancel);
        return true;
    }
}
