using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Audit;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies.Newsroom;

/// <summary>One request for a right of reply: what it says, against what, how long there is, and the decision.</summary>
[StaffMay(StaffAct.Publish)]
public class ShowModel(GazetierDb db, DecideOnReply decide, NewspaperOptions options, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "decision")]
    public ReplyDecision? Decision { get; set; }

    [BindProperty(Name = "motif")]
    public string? Reason { get; set; }

    [BindProperty(Name = "question")]
    public string? Question { get; set; }

    public ReplyRequest Asked { get; private set; } = null!;

    /// <summary>Where the article says it; null where it does not, in these words.</summary>
    public PassageFound? Passage { get; private set; }

    public ReplyLength Length { get; private set; }

    public ReplyLength OfArticle { get; private set; }

    /// <summary>Lines that the law allows this reply.</summary>
    public int Allowed => OfArticle.Allowed(options.Reply);

    public bool CameLate { get; private set; }

    public NewspaperOptions.ReplyOptions Law => options.Reply;

    public IReadOnlyList<Act> Acts { get; private set; } = [];

    public DateTime Now { get; private set; }

    /// <summary>Why nothing was decided, where the form was right.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var words = Words();
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var outcome = await decide.RunAsync(id, Decision!.Value, words, HttpContext.SignedIn()!, cancel);
        if (outcome == ReplyOutcome.Done)
        {
            return LocalRedirect($"{WaitingReplies.Inbox}/{id}");
        }

        Refusal = outcome == ReplyOutcome.NotOnline
            ? t["L’article n’est plus en ligne : la réponse ne peut pas paraître avec lui. Dites-le dans un refus, ou demandez une précision."]
            : t["Quelqu’un a déjà décidé de cette demande."];
        return await ReadAsync(id, cancel) ? this.Refused(StatusCodes.Status409Conflict) : NotFound();
    }

    /// <summary>What the requester will read; an error where there is nothing to read.</summary>
    private string Words()
    {
        if (Decision is null || !Enum.IsDefined(Decision.Value))
        {
            ModelState.AddModelError("decision", t["Choisissez : publier, demander une précision ou refuser."]);
        }

        var (field, typed) = Decision == ReplyDecision.Refuse ? ("motif", Reason) : ("question", Question);
        var words = Decision == ReplyDecision.Publish ? "" : Printable.Only(typed ?? "").ReplaceLineEndings("\n").Trim();
        if (Decision != ReplyDecision.Publish && words.Length is 0 or > ReplyRequest.MaxWords)
        {
            ModelState.AddModelError(field, t["Écrivez ce que la personne lira, en {0} signes au plus.", ReplyRequest.MaxWords]);
        }

        return words;
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        if (await db.ReplyRequests.AsNoTracking().Include(r => r.Article).FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } asked)
        {
            return false;
        }

        var article = asked.Article;
        Asked = asked;
        Passage = PassageFound.In($"{article.Headline} {article.Standfirst} {Plain.Of(article.Body)}", asked.Passage);
        Length = ReplyLength.Of(Reply.ParagraphsOf(asked.Text), options.Reply.SignsPerLine);
        OfArticle = ReplyLength.OfHtml(article.Body, options.Reply.SignsPerLine);
        CameLate = article.PublishedAt is { } published && asked.CameLate(published, options.Reply.Months);
        Acts = await db.Acts.AsNoTracking().Of(article.Id).Where(act => act.Detail.StartsWith(asked.Number)).OrderBy(act => act.At).ToListAsync(cancel);
        return true;
    }
}
