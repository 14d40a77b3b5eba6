using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>All comments under an article, page by page, in one of three orders; each order has its own address, which is kept.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, ReadConversation read, TimeProvider clock) : PageModel
{
    public Article Article { get; private set; } = null!;

    public Talk Talk { get; private set; } = null!;

    public CommentOrder Order { get; private set; }

    public string Path { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, string? tri, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        CommentOrder? order = tri switch { null => CommentOrder.Chosen, "recentes" => CommentOrder.Newest, "anciennes" => CommentOrder.Oldest, _ => null };
        if (order is null || await db.Articles.AsNoTracking().Published(now).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } article)
        {
            return NotFound();
        }

        var number = GiveKeptPage.PageNumber(Request);
        (Article, Order, Path) = (article, order.Value, ConversationAddress.Of(id) + (tri is null ? "" : "/" + tri));
        if (await read.PageAsync(article, Order, number, cancel) is not { } talk || talk.Paging.IsOut)
        {
            return NotFound();
        }

        Talk = talk;
        HttpContext.ShowTalk(talk);
        HttpContext.Tags().Add(ArticleTags.Article(id));
        return Page();
    }
}
