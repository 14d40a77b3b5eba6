using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts.Mine;

/// <summary>Gives one article: makes the link.</summary>
public class GiveModel(GazetierDb db, GiveArticle give, Phrases t) : PageModel
{
    public string Headline { get; private set; } = "";

    public string Path { get; private set; } = "";

    public int Left { get; private set; }

    /// <summary>Whether this reader may give it at all.</summary>
    public bool May { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || !May)
        {
            return NotFound();
        }

        return await give.RunAsync(id, HttpContext.SignedIn()!.AccountId, cancel) is { } gift
            ? LocalRedirect($"/mon-compte/articles-offerts?nouveau={gift.Id:N}")
            : this.Refused("", t["Vous avez offert tous vos articles du mois."]);
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        if (await db.Articles.Where(a => a.Id == id && a.Status == ArticleStatus.Published).Select(a => new { a.Headline, a.Slug }).FirstOrDefaultAsync(cancel) is not { } article)
        {
            return false;
        }

        (Headline, Path) = (article.Headline, ArticleAddress.Of(id, article.Slug));
        May = await give.MayAsync(id, HttpContext.Reader().Rights, cancel);
        Left = await give.LeftAsync(HttpContext.SignedIn()!.AccountId, cancel);
        return true;
    }
}
