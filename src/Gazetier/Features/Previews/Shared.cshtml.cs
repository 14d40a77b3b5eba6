using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews;

/// <summary>An article that is not out, for whoever has its link: whole, and nothing of the rest of the newspaper.</summary>
public class SharedModel(GazetierDb db, ReadWrittenArticle articles, TimeProvider clock) : PageModel
{
    /// <summary>Null: the link opens nothing, or nothing any more.</summary>
    public WrittenArticle? Written { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    public string Body { get; private set; } = "";

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        var hash = SessionCookie.Hash(token);
        var link = await db.PreviewLinks.AsNoTracking().Open(clock.GetUtcNow().UtcDateTime)
            .FirstOrDefaultAsync(l => l.TokenHash == hash && l.Article.Status != ArticleStatus.Withdrawn, cancel);
        Written = link is null ? null : await articles.RunAsync(link.ArticleId, cancel);
        ExpiresAt = link?.ExpiresAt ?? default;
        Body = Written is null ? "" : French.Typeset(Written.Article.Body);
        Response.StatusCode = Written is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        Response.Headers["X-Robots-Tag"] = "noindex";
        // The address is the key: it goes to nobody with a link that is followed.
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
