namespace Gazetier.Features.Replies.Mails;

/// <summary>Kinds of mails about rights of reply, as they stand in the outbox. Arguments: <see cref="ReplyMail"/>.</summary>
public static class ReplyMails
{
    /// <summary>To the requester: the number, and when it was received.</summary>
    public const string Received = "reply.received";

    /// <summary>To the requester: it is published.</summary>
    public const string Published = "reply.published";

    /// <summary>To the requester: it is refused, and why.</summary>
    public const string Refused = "reply.refused";

    /// <summary>To the requester: something is missing.</summary>
    public const string AskedBack = "reply.asked-back";

    /// <summary>To the editors-in-chief: a request is there.</summary>
    public const string Arrived = "reply.arrived";

    /// <summary>To the editors-in-chief: a day is left.</summary>
    public const string LastCall = "reply.last-call";
}

/// <param name="Language">"fr" or "en": of whom it is written to.</param>
public sealed record ReplyMail(Guid RequestId, string Language);
