using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Questions.Newsroom;

/// <summary>One question: an answer is begun, signed by an expert of the club; or it is declined, and whoever asked reads why.</summary>
[StaffMay(StaffAct.Write)]
public class ShowModel(GazetierDb db, AnswerQuestion answer, Phrases t) : PageModel
{
    /// <summary>"repondre" or "ecarter".</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>The author who answers.</summary>
    [BindProperty(Name = "expert")]
    public Guid? Expert { get; set; }

    [BindProperty(Name = "motif")]
    public string? Reason { get; set; }

    public ClubQuestion Question { get; private set; } = null!;

    public IReadOnlyList<Named> Experts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var staff = HttpContext.SignedIn()!;
        if (What == "repondre")
        {
            var expert = Experts.FirstOrDefault(e => e.Id == Expert)?.Id;
            return await answer.BeginAsync(Question, expert, staff, cancel) is { } article
                ? LocalRedirect(FormattableString.Invariant($"/redaction/articles/{article}"))
                : Late();
        }

        var reason = Printable.Only(Reason ?? "").Trim();
        if (reason.Length is 0 or > ClubQuestion.MaxReason)
        {
            return this.Refused("motif", t["Dites pourquoi, en {0} signes au plus : la personne le lira.", ClubQuestion.MaxReason]);
        }

        return await answer.DeclineAsync(Question, reason, staff, cancel) ? LocalRedirect(IndexModel.Inbox + "?fait=ecartee") : Late();
    }

    private PageResult Late() => this.Refused("", t["Quelqu’un d’autre vient de s’en occuper : rechargez la page."], StatusCodes.Status409Conflict);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Question = (await db.ClubQuestions.AsNoTracking().AsSplitQuery().Include(q => q.Article).Include(q => q.Club.Section)
            .Include(q => q.Club.Team.OrderBy(p => p.Position)).ThenInclude(p => p.Author).FirstOrDefaultAsync(q => q.Id == id, cancel))!;
        Experts = Question is null ? [] : [.. Question.Club.Team.Where(p => p.IsExpert).Select(p => new Named(p.AuthorId, p.Author.Slug, p.Author.Name))];
        return Question is not null;
    }
}
