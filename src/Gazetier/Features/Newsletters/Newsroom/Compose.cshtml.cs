using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>One issue: its subject and its blocks in their order. Each block has a page of its own. What has left is only shown.</summary>
[StaffMay(StaffAct.Post)]
public class ComposeModel(GazetierDb db, WriteIssue write, ReadIssue read, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "objet")]
    public string? Subject { get; set; }

    [BindProperty(Name = "apercu")]
    public string? Preheader { get; set; }

    /// <summary>"enregistrer", "ajouter:Text", "monter:…", "descendre:…", "retirer:…", "supprimer".</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>What was done before: "enregistre", "retire", "programme", "deprogramme", "essai", "part".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public NewsletterIssue Issue { get; private set; } = null!;

    /// <summary>As they would be shown now.</summary>
    public IReadOnlyDictionary<Guid, BlockContent> Contents { get; private set; } = new Dictionary<Guid, BlockContent>();

    /// <summary>Articles that are not out, by number: shown with when they will be.</summary>
    public IReadOnlyDictionary<long, (string Headline, DateTime? At)> Articles { get; private set; } = new Dictionary<long, (string, DateTime?)>();

    /// <summary>What the ledger says; null before it leaves.</summary>
    public Posting? Posting { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string? Said => Done switch
    {
        "enregistre" => t["C’est enregistré."],
        "retire" => t["Le bloc est retiré."],
        "programme" => t["L’envoi est programmé."],
        "deprogramme" => t["L’envoi n’est plus programmé : le numéro est de nouveau un brouillon."],
        "essai" => t["L’essai est parti : regardez votre boîte dans la minute."],
        "part" => t["Le numéro part dans la minute. D’ici là, vous pouvez encore l’arrêter."],
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, [FromServices] Postings postings, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (Subject, Preheader) = (Issue.Subject, Issue.Preheader);
        Posting = Issue.PostingId is { } posting ? (await postings.OfAsync(db.Issues.Where(i => i.Id == posting), cancel)) is [var one] ? one : null : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var (staff, here) = (HttpContext.SignedIn()!, $"/redaction/lettres/numero/{id}");
        return (Action ?? "").Split(':') switch
        {
            ["ajouter", var kind] when Enum.TryParse<NewsletterBlockKind>(kind, out var asked) && Enum.IsDefined(asked) =>
                await write.AddAsync(id, asked, staff, cancel) is { } added ? LocalRedirect($"/redaction/lettres/bloc/{added}") : Left(t["Un numéro a {0} blocs au plus.", NewsletterIssue.MostBlocks]),
            ["monter", var block] when Guid.TryParse(block, out var moved) => Answer(await write.MoveAsync(id, moved, -1, staff, cancel), here + "#blocs"),
            ["descendre", var block] when Guid.TryParse(block, out var moved) => Answer(await write.MoveAsync(id, moved, 1, staff, cancel), here + "#blocs"),
            ["retirer", var block] when Guid.TryParse(block, out var removed) => Answer(await write.RemoveAsync(id, removed, staff, cancel), here + "?fait=retire#blocs"),
            ["supprimer"] => await DeleteAsync(staff, cancel),
            _ => await SaveAsync(staff, here, cancel),
        };
    }

    private async Task<IActionResult> SaveAsync(SignedIn staff, string here, CancellationToken cancel)
    {
        var (subject, preheader) = (Printable.Line(Subject ?? ""), Printable.Line(Preheader ?? ""));
        if (subject.Length is 0 or > NewsletterIssue.MaxSubject)
        {
            ModelState.AddModelError("objet", t["Écrivez l’objet du courrier, en {0} signes au plus.", NewsletterIssue.MaxSubject]);
        }

        ModelState.Limit("apercu", preheader, NewsletterIssue.MaxPreheader, t);

        return !ModelState.IsValid ? this.Refused() : Answer(
            await write.RunAsync(
                Issue.Id,
                staff,
                (row, _) =>
                {
                    (row.Subject, row.Preheader) = (subject, preheader);
                    return Task.CompletedTask;
                },
                cancel),
            here + "?fait=enregistre");
    }

    private async Task<IActionResult> DeleteAsync(SignedIn staff, CancellationToken cancel)
    {
        var isDone = await write.RunAsync(
            Issue.Id,
            staff,
            (row, _) =>
            {
                db.NewsletterIssues.Remove(row);
                db.Record(clock.GetUtcNow().UtcDateTime, staff, "newsletter.issue-deleted", detail: $"{row.Newsletter.Name} : {row.Subject}");
                return Task.CompletedTask;
            },
            cancel);
        return Answer(isDone, $"/redaction/lettres/{Issue.Newsletter.Slug}?fait=supprime");
    }

    private IActionResult Answer(bool isDone, string next) => isDone ? LocalRedirect(next) : Left(t["Ce numéro est parti : il ne change plus."]);

    private PageResult Left(string sentence) => this.Refused("", sentence, StatusCodes.Status409Conflict);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var asked = db.NewsletterIssues.AsNoTracking().Include(i => i.Newsletter).Include(i => i.Blocks.OrderBy(b => b.Position)).ThenInclude(b => b.Picture);
        if (await asked.FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        Faults = issue.Faults(t);
        Contents = (await read.RunAsync(issue, Now, cancel)).Blocks.ToDictionary(content => content.Block.Id);
        var ids = issue.Blocks.SelectMany(b => b.ArticleIds()).Distinct().ToArray();
        Articles = await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => (a.Headline, a.PublishedAt), cancel);
        return true;
    }
}
