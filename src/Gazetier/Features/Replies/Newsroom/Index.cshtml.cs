using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies.Newsroom;

/// <summary>The inbox of rights of reply, the next deadline first; and what was decided on.</summary>
[StaffMay(StaffAct.Publish)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    /// <summary>"decidees"; else what waits.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public DateTime Now { get; private set; }

    public bool IsDecided => View == "decidees";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var asked = IsDecided
            ? db.ReplyRequests.Decided().OrderByDescending(r => r.DecidedAt).ThenBy(r => r.Number)
            : db.ReplyRequests.Open().OrderBy(r => r.DueAt).ThenBy(r => r.Number);
        Lines = await asked.Take(Most)
            .Select(r => new Line(r.Id, r.Number, r.Name, r.Article.Headline, r.State, r.ReceivedAt, r.DueAt, r.DecidedAt)).ToListAsync(cancel);
    }

    /// <summary>A request in the list; times are UTC.</summary>
    public sealed record Line(Guid Id, string Number, string Name, string Headline, ReplyState State, DateTime ReceivedAt, DateTime DueAt, DateTime? DecidedAt);
}
