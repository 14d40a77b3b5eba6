using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>Corrects one's own comment, for some minutes after it was posted.</summary>
public class EditModel(GazetierDb db, ChangeComment change, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "texte")]
    public string? Text { get; set; }

    public Comment Comment { get; private set; } = null!;

    public bool IsLate { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Text = Comment.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return await change.EditAsync(id, WriteForm.Kept(Text), HttpContext.SignedIn()!, cancel) switch
        {
            null => Late(),
            { Outcome: > Outcome.Waiting } wrong => this.Refused("texte", wrong.Reason.ToAuthor(t)),
            _ => LocalRedirect($"{ConversationAddress.Mine}/{id}"),
        };
    }

    private PageResult Late()
    {
        IsLate = true;
        return this.Refused("", t["Le temps de corriger est passé. Vous pouvez encore retirer votre réaction."]);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.AccountId == me, cancel) is not { } comment)
        {
            return false;
        }

        Comment = comment;
        IsLate = !comment.MayBeChanged((await db.CommentRulesAsync(cancel)).EditMinutes, clock.GetUtcNow().UtcDateTime);
        return true;
    }
}
