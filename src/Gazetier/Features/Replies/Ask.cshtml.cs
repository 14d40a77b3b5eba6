using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>The public form of a right of reply (L-30). Whoever sends it right is answered always the same; the mail tells the number.</summary>
public class AskModel(GazetierDb db, ReceiveReplyRequest receive, NewspaperOptions options, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public AskForm Form { get; set; } = new();

    /// <summary>Null while it is not known which article.</summary>
    public Article? Article { get; private set; }

    public NewspaperOptions.ReplyOptions Law => options.Reply;

    /// <summary>An article that went without a notice is not named: whoever asks knows what it said.</summary>
    public bool IsNamed => Article is { Status: ArticleStatus.Published } or { KeepsNotice: true };

    public async Task OnGetAsync([FromQuery(Name = "article")] string? article, CancellationToken cancel)
    {
        Form.Article = article;
        if (!string.IsNullOrWhiteSpace(article) && !await FindAsync(cancel))
        {
            ModelState.AddModelError("article", t["Cet article n’est pas dans le journal : recopiez son adresse, telle que le navigateur la montre."]);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            ModelState.AddModelError("article", string.IsNullOrWhiteSpace(Form.Article)
                ? t["Indiquez l’article : son adresse ou son numéro."]
                : t["Cet article n’est pas dans le journal : recopiez son adresse, telle que le navigateur la montre."]);
        }

        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        return await receive.RunAsync(Form.ToRequest(Article!.Id, t.Language), Network.Of(HttpContext.Connection.RemoteIpAddress), cancel)
            ? LocalRedirect("/droit-de-reponse/recue")
            : this.Refused("", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }

    /// <summary>What readers could read: what is still to come is not there.</summary>
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var number = ArticleAddress.NumberIn(Form.Article ?? "");
        Article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(
            a => a.Id == number && (a.Status == ArticleStatus.Withdrawn || (a.Status == ArticleStatus.Published && a.PublishedAt <= now)), cancel);
        return Article is not null;
    }
}
