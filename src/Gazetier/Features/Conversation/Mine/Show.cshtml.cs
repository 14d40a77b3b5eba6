using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Restrictions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>One comment of the reader's own, as it stands: the page after posting, while the article's own page may still be the one before. Takes it back.</summary>
public class ShowModel(GazetierDb db, ChangeComment change, TimeProvider clock) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    /// <summary>Why it is not there, with the ways of redress; null: it is, or nobody decided against it.</summary>
    public Restriction? Decision { get; private set; }

    /// <summary>UTC; until then it may be changed. Null: no longer.</summary>
    public DateTime? ChangeableUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var (me, now) = (HttpContext.SignedIn()!.AccountId, clock.GetUtcNow().UtcDateTime);
        if (await db.Comments.AsNoTracking().Include(c => c.Article).FirstOrDefaultAsync(c => c.Id == id && c.AccountId == me, cancel) is not { } comment)
        {
            return NotFound();
        }

        Comment = comment;
        Decision = await db.Restrictions.AsNoTracking().Where(r => r.CommentId == id && r.LiftedAt == null).OrderByDescending(r => r.At).FirstOrDefaultAsync(cancel);
        var minutes = (await db.CommentRulesAsync(cancel)).EditMinutes;
        ChangeableUntil = comment.MayBeChanged(minutes, now) ? comment.PostedAt.AddMinutes(minutes) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) => await change.WithdrawAsync(id, HttpContext.SignedIn()!, cancel)
        ? LocalRedirect(ConversationAddress.Mine + "?fait=retiree")
        : LocalRedirect(ConversationAddress.Mine);
}
