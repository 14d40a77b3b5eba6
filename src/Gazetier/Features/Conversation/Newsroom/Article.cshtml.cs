using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>The rule of one article, where it is not that of all. It holds at once: it is no part of the text, and waits for no publication.</summary>
[StaffMay(StaffAct.Moderate)]
public class ArticleModel(GazetierDb db, TellPages pages, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Null: as everywhere.</summary>
    [BindProperty(Name = "qui")]
    public WhoWrites? WhoWrites { get; set; }

    /// <summary>Null: as everywhere.</summary>
    [BindProperty(Name = "jours")]
    public int? OpenDays { get; set; }

    /// <summary>"avant", "apres"; else as in its section.</summary>
    [BindProperty(Name = "lecture")]
    public string? Reading { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Article Article { get; private set; } = null!;

    public CommentRules Rules { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var own = await db.ArticleConversations.AsNoTracking().FirstOrDefaultAsync(o => o.ArticleId == id, cancel);
        (WhoWrites, OpenDays, Reading) = (own?.WhoWrites, own?.OpenDays, own?.ReadsBefore switch { true => "avant", false => "apres", _ => null });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (OpenDays is < 0 or > CommentRules.MostDays || (WhoWrites is { } who && !Enum.IsDefined(who)) || !ModelState.IsValid)
        {
            ModelState.Remove("jours");
            return this.Refused("jours", t["Écrivez un nombre de {0} à {1}.", 0, CommentRules.MostDays]);
        }

        bool? before = Reading switch { "avant" => true, "apres" => false, _ => null };
        await pages.PrepareAsync(id, cancel);
        await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                await db.ArticleConversations.Where(o => o.ArticleId == id).ExecuteUpdateAsync(o => o.SetProperty(x => x.WhoWrites, WhoWrites).SetProperty(x => x.OpenDays, OpenDays).SetProperty(x => x.ReadsBefore, before), token);
                db.Append(now, "conversation.article", ConversationTags.Of(id));
                db.Record(now, HttpContext.SignedIn()!, "conversation.article", id, $"{WhoWrites} ; {OpenDays} ; {Reading}");
            },
            cancel);
        return LocalRedirect($"{ConversationAddress.Newsroom}/articles/{id}?fait=enregistre");
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        Article = (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel))!;
        Rules = await db.CommentRulesAsync(cancel);
        return Article is not null;
    }
}
