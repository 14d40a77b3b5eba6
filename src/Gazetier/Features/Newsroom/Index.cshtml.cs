using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsroom;

/// <summary>The newsroom's own home: what is out, what comes, what was posted, what changed.</summary>
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Line> Articles { get; private set; } = [];

    public IReadOnlyList<Posting> Postings { get; private set; } = [];

    public IReadOnlyList<Changes.Change> Changes { get; private set; } = [];

    public int MailsOwed { get; private set; }

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Articles = await db.Articles.AsNoTracking()
            .OrderByDescending(a => a.PublishedAt ?? DateTime.MaxValue).ThenByDescending(a => a.Id).Take(20)
            .Select(a => new Line(a.Id, a.Slug, a.Headline, a.MainSection.Name, a.Status, a.PublishedAt))
            .ToListAsync(cancel);
        Postings = await PostingsAsync(cancel);
        Changes = await db.Changes.AsNoTracking().OrderByDescending(c => c.Id).Take(10).ToListAsync(cancel);
        MailsOwed = await db.OutgoingMails.CountAsync(m => m.ClosedAt == null, cancel);
    }

    /// <summary>A line of the change log in a person's words.</summary>
    public static string Said(string what, Phrases t) => what switch
    {
        "articles.imported" => t["Des articles ont été importés"],
        "demo.made" => t["Le journal de démonstration a été fait"],
        "demo.refreshed" => t["Les dates de la démonstration ont été avancées"],
        "article.published" => t["Un article est paru"],
        "article.republished" => t["Un article est reparu, changé"],
        "article.scheduled" => t["Une parution a été programmée"],
        "article.unscheduled" => t["Une parution a été annulée"],
        "article.appeared" => t["Un article programmé est paru"],
        "article.freed" => t["Un article est devenu libre"],
        "article.withdrawn" => t["Un article a été retiré"],
        "load.generated" => t["Une grande charge a été produite pour un essai"],
        _ => what,
    };

    private async Task<List<Posting>> PostingsAsync(CancellationToken cancel)
    {
        var issues = await db.Issues.AsNoTracking().OrderByDescending(i => i.CreatedAt).Take(5).ToListAsync(cancel);
        var ids = issues.Select(i => i.Id).ToList();
        var states = await db.Deliveries.Where(d => ids.Contains(d.IssueId))
            .GroupBy(d => new { d.IssueId, d.State })
            .Select(g => new { g.Key.IssueId, g.Key.State, Count = g.Count() })
            .ToListAsync(cancel);
        return
        [
            .. issues.Select(issue => new Posting(
                issue.Title,
                issue.CreatedAt,
                states.Where(s => s.IssueId == issue.Id).ToDictionary(s => s.State, s => s.Count))),
        ];
    }

    /// <summary>An article in the list.</summary>
    public record Line(long Id, string Slug, string Headline, string Section, ArticleStatus Status, DateTime? PublishedAt);

    /// <summary>An issue, and how many of its deliveries stand where.</summary>
    public record Posting(string Title, DateTime At, IReadOnlyDictionary<DeliveryState, int> States)
    {
        public int Of(params DeliveryState[] states) => states.Sum(state => States.GetValueOrDefault(state));
    }
}
