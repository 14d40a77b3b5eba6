namespace Gazetier.Features.Newsletters.Mails;

/// <summary>Kinds of mails about newsletters, as they stand in the outbox.</summary>
public static class NewsletterLetterKinds
{
    /// <summary>Confirms a sign-up. Arguments: <see cref="SignupMail"/>.</summary>
    public const string Confirm = "newsletter.confirm";

    /// <summary>An issue, sent to staff before it leaves. Arguments: <see cref="TrialMail"/>.</summary>
    public const string Trial = "newsletter.trial";
}

public sealed record SignupMail(Guid RequestId);

/// <param name="AsSubscriber">Else as a reader who has an account and no subscription.</param>
/// <param name="Language">"fr" or "en".</param>
public sealed record TrialMail(Guid IssueId, bool AsSubscriber, string Language);
