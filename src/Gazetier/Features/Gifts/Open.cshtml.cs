using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts;

/// <summary>Where the link of a gift leads. To look is not to open: programs that follow each link of a mail use nothing up .</summary>
public class OpenModel(GazetierDb db, OpenGift open, TimeProvider clock, Phrases t) : PageModel
{
    public string Headline { get; private set; } = "";

    public string Standfirst { get; private set; } = "";

    /// <summary>The article's.</summary>
    public string Path { get; private set; } = "";

    public bool CanBeOpened { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await ReadAsync(token, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await ReadAsync(token, cancel) is not { } gift)
        {
            return NotFound();
        }

        if (await open.RunAsync(gift, HttpContext, cancel))
        {
            return LocalRedirect(Path);
        }

        CanBeOpened = false;
        return this.Refused("", t["Ce lien a servi autant de fois qu’il le pouvait, ou n’est plus bon."], StatusCodes.Status410Gone);
    }

    private async Task<Gift?> ReadAsync(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await open.FindAsync(token, cancel) is not { } gift
            || await db.Articles.Published(now).Where(a => a.Id == gift.ArticleId).Select(a => new { a.Headline, a.Standfirst, a.Slug }).FirstOrDefaultAsync(cancel) is not { } article)
        {
            return null;
        }

        (Headline, Standfirst, Path) = (article.Headline, article.Standfirst, ArticleAddress.Of(gift.ArticleId, article.Slug));
        CanBeOpened = gift.CanBeOpened(now);
        return gift;
    }
}
