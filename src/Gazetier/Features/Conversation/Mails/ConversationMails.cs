namespace Gazetier.Features.Conversation.Mails;

/// <summary>Kinds of mails about the conversation, as they stand in the outbox.</summary>
public static class ConversationMails
{
    /// <summary>To the person: a measure and its statement of reasons. Arguments: <see cref="RestrictionMail"/>.</summary>
    public const string Restricted = "conversation.restricted";

    /// <summary>To the person: what became of the appeal. Arguments: <see cref="RestrictionMail"/>.</summary>
    public const string Judged = "conversation.judged";

    /// <summary>To the person: the measure ended. Arguments: <see cref="RestrictionMail"/>.</summary>
    public const string Lifted = "conversation.lifted";

    /// <summary>To the notifier: the number. Arguments: <see cref="NoticeMail"/>.</summary>
    public const string Notified = "conversation.notified";

    /// <summary>To the notifier: the decision. Arguments: <see cref="NoticeMail"/>.</summary>
    public const string Decided = "conversation.decided";
}

/// <param name="Count">Measures that the mail tells of: this one, and others with the same reasons.</param>
/// <param name="Language">"fr" or "en".</param>
public sealed record RestrictionMail(Guid RestrictionId, int Count, string Language);

/// <param name="Language">"fr" or "en".</param>
public sealed record NoticeMail(Guid NoticeId, string Language);
