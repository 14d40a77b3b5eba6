using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>Writes under an article, or answers a comment. Name and function are those of the reader's last comment, until they say others.</summary>
[InTurns]
public class WriteModel(GazetierDb db, PostComment post, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public WriteForm Form { get; set; } = new();

    public Article Article { get; private set; } = null!;

    /// <summary>What is answered; null: nothing, or it is gone.</summary>
    public Comment? Answered { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>The measure that stops this reader; null: none.</summary>
    public Restrictions.Restriction? Stop { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery(Name = "a")] Guid? a, CancellationToken cancel)
    {
        Form.Answers = a;
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var last = await LastAsync(cancel);
        (Form.Name, Form.Function) = (last?.Name ?? HttpContext.SignedIn()!.DisplayName, last?.Function);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!await NameAsync(cancel))
        {
            return this.Refused();
        }

        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var posted = await post.RunAsync(Form.ToSent(id, address), HttpContext.SignedIn()!, HttpContext.Reader().Rights, cancel);
        Stop = posted.Stop;
        return posted.Outcome switch
        {
            PostOutcome.Kept => LocalRedirect($"{ConversationAddress.Mine}/{posted.Comment!.Id}"),
            PostOutcome.NotTaken => this.Refused("texte", posted.Reason.ToAuthor(t), posted.Reason is ModerationReason.TooFast or ModerationReason.ManyWaiting ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity),
            PostOutcome.NothingToAnswer => this.Refused("", t["La réaction à laquelle vous répondez n’est plus là. Votre texte reste dans la page : publiez-le comme une réaction à l’article."]),
            PostOutcome.Stopped => this.Refused("", t["Une décision de la rédaction vous empêche d’écrire pour le moment."]),
            _ => this.Refused("", IsOpen ? t["Les abonnés réagissent à cet article."] : t["Les réactions à cet article sont closes."]),
        };
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Articles.AsNoTracking().Published(now).FirstOrDefaultAsync(article => article.Id == id, cancel) is not { } found)
        {
            return false;
        }

        Article = found;
        IsOpen = await db.OpeningAsync(await db.CommentRulesAsync(cancel), id, cancel) is { } opening && !opening.IsClosed(now);
        Answered = Form.Answers is null ? null : await db.Comments.AsNoTracking().Shown().FirstOrDefaultAsync(c => c.Id == Form.Answers && c.ArticleId == id, cancel);
        return true;
    }

    /// <summary>Takes what was left empty from the last comment; says what is too long. False: the form comes back.</summary>
    private async Task<bool> NameAsync(CancellationToken cancel)
    {
        var name = Text.Printable.Line(Form.Name ?? "");
        if (name.Length == 0 && await LastAsync(cancel) is { } last)
        {
            (name, Form.Name) = (last.Name, last.Name);
            Form.Function = string.IsNullOrWhiteSpace(Form.Function) ? last.Function : Form.Function;
        }

        name = name.Length > 0 ? name : HttpContext.SignedIn()!.DisplayName;
        Form.Name = name;
        if (name.Length is 0 or > Comment.MaxName)
        {
            ModelState.AddModelError("nom", t["Écrivez le nom sous lequel paraît votre réaction, en {0} signes au plus.", Comment.MaxName]);
        }

        ModelState.Limit("fonction", Form.Function, Comment.MaxFunction, t);

        return ModelState.IsValid;
    }

    private Task<Named?> LastAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        return db.Comments.AsNoTracking().Where(c => c.AccountId == me).OrderByDescending(c => c.PostedAt).Select(c => new Named(c.Name, c.Function)).FirstOrDefaultAsync(cancel);
    }

    private sealed record Named(string Name, string Function);
}
