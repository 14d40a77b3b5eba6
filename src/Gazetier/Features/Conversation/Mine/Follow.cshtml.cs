using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>Begins or ends that the reader is told by mail of a conversation, or of one thread in it.</summary>
public class FollowModel(GazetierDb db, FollowThreads follows, TimeProvider clock) : PageModel
{
    /// <summary>The comment that began the thread; null: all under the article.</summary>
    [BindProperty(Name = "fil", SupportsGet = true)]
    public Guid? Thread { get; set; }

    /// <summary>"oui", "non".</summary>
    [BindProperty(Name = "suivre")]
    public string? Wish { get; set; }

    public Article Article { get; private set; } = null!;

    public bool IsFollowed { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var (me, thread) = (HttpContext.SignedIn()!.AccountId, Thread ?? Guid.Empty);
        IsFollowed = await db.ThreadFollows.AnyAsync(f => f.AccountId == me && f.ArticleId == id && f.ThreadId == thread, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!.AccountId;
        await (Wish == "non" ? follows.UnfollowAsync(me, id, Thread ?? Guid.Empty, cancel) : follows.FollowAsync(me, id, Thread ?? Guid.Empty, cancel));
        return LocalRedirect($"{ConversationAddress.Of(id)}/suivre{(Thread is { } thread ? "?fil=" + thread : "")}");
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        Article = (await db.Articles.AsNoTracking().Published(clock.GetUtcNow().UtcDateTime).FirstOrDefaultAsync(a => a.Id == id, cancel))!;
        return Article is not null && (Thread is not { } thread || await db.Comments.AnyAsync(c => c.Id == thread && c.ArticleId == id && c.ThreadId == null, cancel));
    }
}
