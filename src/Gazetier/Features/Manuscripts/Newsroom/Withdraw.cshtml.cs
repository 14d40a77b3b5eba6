using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Staff;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Takes an article off, with the reason; or calls off a publication that is still to come (L-31).</summary>
[StaffMay(StaffAct.Publish)]
public class WithdrawModel(GazetierDb db, WithdrawArticle withdraw, TimeProvider clock, Phrases t) : PageModel
{
    private const int LongestReason = 500;

    [BindProperty(Name = "motif")]
    public string? Reason { get; set; }

    [BindProperty(Name = "avis")]
    public bool KeepsNotice { get; set; }

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public bool IsOut { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var reason = Printable.Line(Reason ?? "");
        if (IsOut && reason.Length is 0 or > LongestReason)
        {
            return this.Refused("motif", t["Écrivez le motif, de {0} signes au plus.", LongestReason]);
        }

        await withdraw.RunAsync(id, reason, KeepsNotice, HttpContext.SignedIn()!, cancel);
        return LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait={(IsOut ? "retire" : "deprogramme")}"));
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Status == ArticleStatus.Published, cancel);
        (Id, Headline, IsOut) = (id, article?.Headline ?? "", article?.IsPublished(clock.GetUtcNow().UtcDateTime) == true);
        return article is not null && await db.MayPublishInAsync(HttpContext.SignedIn()!, article.MainSectionId, cancel);
    }
}
