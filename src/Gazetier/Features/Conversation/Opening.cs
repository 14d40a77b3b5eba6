using Gazetier.Features.Access;

namespace Gazetier.Features.Conversation;

/// <summary>Who may write under an article, and until when; whether it is read before it is shown. Pure.</summary>
/// <param name="Until">UTC; null: for ever.</param>
public sealed record Opening(WhoWrites WhoWrites, DateTime? Until, bool ReadsBefore)
{
    /// <param name="own">What the article says of itself; null: nothing.</param>
    /// <param name="sectionReadsBefore">What its section says; null: nothing.</param>
    /// <param name="publishedAt">UTC.</param>
    public static Opening Of(CommentRules rules, ArticleConversation? own, bool? sectionReadsBefore, DateTime publishedAt)
    {
        var days = own?.OpenDays ?? rules.OpenDays;
        return new Opening(
            own?.WhoWrites ?? rules.WhoWrites,
            days == 0 ? null : publishedAt.AddDays(days),
            own?.ReadsBefore ?? sectionReadsBefore ?? rules.ReadsBefore);
    }

    /// <param name="now">UTC.</param>
    public bool IsClosed(DateTime now) => WhoWrites == WhoWrites.Nobody || now >= Until;

    /// <summary>Whether a reader of this class may write now.</summary>
    /// <param name="now">UTC.</param>
    public bool MayWrite(AccessClass reader, DateTime now) => !IsClosed(now) && reader >= (WhoWrites == WhoWrites.Subscribers ? AccessClass.Subscriber : AccessClass.Registered);
}
