using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>Who may write and how long, what is read before it is shown, the words, the pace, the point of contact.</summary>
[StaffMay(StaffAct.Moderate)]
public class RulesModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public RulesForm Form { get; set; } = new();

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sections = await masthead.SectionsAsync(cancel);
        Form = RulesForm.Of(await db.CommentRulesAsync(cancel), await db.SectionConversations.Where(s => s.ReadsBefore).Select(s => s.SectionId).ToListAsync(cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Sections = await masthead.SectionsAsync(cancel);
        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(KeepAsync, cancel);
        return LocalRedirect(ConversationAddress.Newsroom + "/regles?fait=enregistre");
    }

    private async Task KeepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = await db.CommentRules.OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) ?? db.CommentRules.Add(new CommentRules()).Entity;
        Form.CopyTo(rules);
        await db.SectionConversations.ExecuteDeleteAsync(cancel);
        db.SectionConversations.AddRange(Sections.Where(s => Form.Sections.Contains(s.Id)).Select(s => new SectionConversation { SectionId = s.Id, ReadsBefore = true }));
        db.Append(now, "conversation.rules", ConversationTags.Rules);
        db.Record(now, HttpContext.SignedIn()!, "conversation.rules", null, $"{rules.WhoWrites} ; {rules.OpenDays} j");
    }
}
