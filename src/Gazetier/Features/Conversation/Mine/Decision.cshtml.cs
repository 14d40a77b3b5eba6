using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>A decision about the reader, with its reasons: they say that they read a warning, or contest it for six months (L-60).</summary>
public class DecisionModel(GazetierDb db, AppealRestriction appeal, RestrictPerson restrict, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>"lu", "contester".</summary>
    [BindProperty(Name = "acte")]
    public string? Deed { get; set; }

    [BindProperty(Name = "motifs")]
    public string? Words { get; set; }

    public Restriction Decision { get; private set; } = null!;

    public bool MayAppeal => Decision.MayAppeal(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Deed == "lu")
        {
            await restrict.AcknowledgeAsync(id, HttpContext.SignedIn()!.AccountId, cancel);
            return LocalRedirect(ConversationAddress.Mine + "?fait=lu");
        }

        var words = WriteForm.Kept(Words);
        if (words.Length is 0 or > Restriction.MaxAppeal)
        {
            return this.Refused("motifs", t["Dites pourquoi vous contestez la décision, en {0} signes au plus.", Restriction.MaxAppeal]);
        }

        return await appeal.AppealAsync(id, HttpContext.SignedIn()!.AccountId, words, cancel)
            ? LocalRedirect(ConversationAddress.Mine + "?fait=recours")
            : this.Refused("", t["Cette décision ne peut plus être contestée ici."]);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Decision = (await db.Restrictions.AsNoTracking().Include(r => r.Comment!.Article).FirstOrDefaultAsync(r => r.Id == id && r.AccountId == me, cancel))!;
        return Decision is not null;
    }
}
