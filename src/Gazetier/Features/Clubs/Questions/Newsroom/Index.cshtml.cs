using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Questions.Newsroom;

/// <summary>Questions that members put to experts: what waits, the oldest first; and what has ended.</summary>
[StaffMay(StaffAct.Write)]
public class IndexModel(GazetierDb db) : PageModel
{
    public const string Inbox = "/redaction/clubs/questions";

    private const int Most = 200;

    /// <summary>"finies"; else what waits.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>What was done before: "ecartee".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsEnded => View == "finies";

    public IReadOnlyList<ClubQuestion> Questions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = db.ClubQuestions.AsNoTracking().Include(q => q.Club.Section);
        Questions = await (IsEnded
            ? all.Where(q => q.State == QuestionState.Answered || q.State == QuestionState.Declined).OrderByDescending(q => q.EndedAt)
            : all.Where(q => q.State == QuestionState.Waiting || q.State == QuestionState.InHand).OrderBy(q => q.AskedAt)).Take(Most).ToListAsync(cancel);
    }
}
