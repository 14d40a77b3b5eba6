namespace Gazetier.Mail;

/// <summary>Composes the transactional mails of one feature when they leave.</summary>
public interface IComposeMail
{
    /// <summary>The kinds of <see cref="OutgoingMail"/> that it knows.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>The mail, or null when nothing is owed after all (an unknown address, an account that is gone).</summary>
    Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel);
}
