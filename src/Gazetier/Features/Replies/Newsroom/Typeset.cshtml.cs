using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies.Newsroom;

/// <summary>Mends the blanks, quotation marks and dashes of a published reply, and nothing else.</summary>
[StaffMay(StaffAct.Publish)]
public class TypesetModel(GazetierDb db, TypesetReply typeset, Phrases t) : PageModel
{
    [BindProperty(Name = "reponse")]
    public string? Text { get; set; }

    public Reply Reply { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Text = Reply.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var text = Printable.Only(Text ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length > Reply.MaxLength || !await typeset.RunAsync(id, text, HttpContext.SignedIn()!, cancel))
        {
            return this.Refused("reponse", t["Ce ne sont plus les mots de l’auteur : seuls les blancs, les guillemets, les apostrophes, les tirets, les accents et les capitales changent."]);
        }

        return LocalRedirect(WaitingReplies.Inbox + "?vue=decidees");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel) =>
        (Reply = (await db.Replies.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel))!) is not null;
}
