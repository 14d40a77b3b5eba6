using Gazetier.Web;

namespace Gazetier.Features.Conversation;

public static class ShownTalk
{
    /// <summary>The page in hand shows a conversation: it is made anew when readers see another, and when it closes.</summary>
    public static void ShowTalk(this HttpContext context, Talk talk)
    {
        context.Tags().Add(ConversationTags.Of(talk.ArticleId), ConversationTags.Rules);
        if (talk.Opening.Until is { } until && until > talk.Now)
        {
            context.Tags().ExpireAt(until);
        }
    }
}
