using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>A reader's own comments, those that wait too; decisions about them; the conversations that they follow.</summary>
public class IndexModel(GazetierDb db) : PageModel
{
    public const int PageSize = 20;

    /// <summary>"retiree", "lu", "recours".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Restriction> Decisions { get; private set; } = [];

    public IReadOnlyList<Followed> Follows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        var own = db.Comments.AsNoTracking().Where(c => c.AccountId == me);
        Paging = new(GiveKeptPage.PageNumber(Request), PageSize, await own.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Lines = await own.OrderByDescending(c => c.PostedAt).ThenBy(c => c.Id).Skip(Paging.Skip).Take(PageSize)
            .Select(c => new Line(c.Id, c.Article.Headline, c.Text, c.State, c.PostedAt)).ToListAsync(cancel);
        Decisions = await db.Restrictions.AsNoTracking().Where(r => r.AccountId == me).OrderByDescending(r => r.At).Take(50).ToListAsync(cancel);
        Follows = await db.ThreadFollows.AsNoTracking().Where(f => f.AccountId == me).OrderByDescending(f => f.CreatedAt).Take(100)
            .Join(db.Articles, f => f.ArticleId, a => a.Id, (f, a) => new Followed(f.ArticleId, f.ThreadId, a.Headline)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>A comment in the list.</summary>
    /// <param name="PostedAt">UTC.</param>
    public sealed record Line(Guid Id, string Headline, string Text, CommentState State, DateTime PostedAt);

    /// <param name="ThreadId">Empty: all under the article.</param>
    public sealed record Followed(long ArticleId, Guid ThreadId, string Headline);
}
