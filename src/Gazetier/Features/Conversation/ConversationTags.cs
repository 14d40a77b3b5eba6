using Gazetier.Features.Articles;

namespace Gazetier.Features.Conversation;

/// <summary>Tags that tie kept pages to what they show of a conversation, and the addresses of its pages.</summary>
public static class ConversationTags
{
    /// <summary>The rules of the conversation changed.</summary>
    public const string Rules = "conversation";

    public static string Of(long article) => FormattableString.Invariant($"conversation:{article}");
}

public static class ConversationAddress
{
    /// <summary>A reader's own comments.</summary>
    public const string Mine = "/mon-compte/reactions";

    /// <summary>The newsroom's page.</summary>
    public const string Newsroom = "/redaction/conversation";

    /// <summary>All comments under an article.</summary>
    public static string Of(long article) => FormattableString.Invariant($"/reactions/{article}");

    /// <summary>Where one writes one.</summary>
    public static string Write(long article) => FormattableString.Invariant($"/reactions/{article}/ecrire");

    /// <summary>A comment in its article.</summary>
    public static string Of(long article, string slug, Guid comment) => ArticleAddress.Of(article, slug) + "#" + Comment.AnchorOf(comment);
}
