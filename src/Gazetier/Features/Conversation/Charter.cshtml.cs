using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Conversation;

/// <summary>The terms of the conversation: what is expected, how it is moderated, whom to write to (DSA art. 11, 12, 14).</summary>
[PublicPage]
public class CharterModel(GazetierDb db, Masthead masthead, NewspaperOptions options) : PageModel
{
    public string Contact { get; private set; } = "";

    public bool AsksOutside => options.Conversation.AsksOutside;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = (await db.CommentRulesAsync(cancel)).ContactEmail is { Length: > 0 } own ? own : (await masthead.ImprintAsync(cancel)).ContactEmail;
        HttpContext.Tags().Add(ConversationTags.Rules, Masthead.Tag);
    }
}
