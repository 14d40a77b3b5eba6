using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>Gives notice of a comment, signed in or not (L-60).</summary>
public class ReportModel(GazetierDb db, ReceiveNotice receive, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public NoticeForm Form { get; set; } = new();

    public Comment Comment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (HttpContext.SignedIn() is { } who)
        {
            Form.Name = who.DisplayName;
            Form.Email = await db.Accounts.Where(a => a.Id == who.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var notice = Form.ToNotice(id, t.Language);
        return await receive.RunAsync(notice, Network.Of(HttpContext.Connection.RemoteIpAddress), cancel)
            ? LocalRedirect("/signaler/recu?numero=" + notice.Number)
            : this.Refused("", t["Trop de signalements. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Comment = (await db.Comments.AsNoTracking().Include(c => c.Article).Shown().FirstOrDefaultAsync(c => c.Id == id, cancel))!;
        return Comment is not null;
    }
}
