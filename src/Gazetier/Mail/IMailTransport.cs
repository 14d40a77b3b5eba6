namespace Gazetier.Mail;

/// <summary>Hands a mail to the outside: an SMTP server, or the folder that /dev/mail shows.</summary>
public interface IMailTransport
{
    /// <summary>Returns the server's answer. Never throws for what the server or the network does.</summary>
    Task<Handover> SendAsync(Email email, CancellationToken cancel);
}

/// <summary>What the server said.</summary>
/// <param name="Answer">"250 2.0.0 Ok: queued as 4F1".</param>
/// <param name="IsReached">False: no server was there to answer, so the next mail would fare no better.</param>
public readonly record struct Handover(HandoverResult Result, string Answer, bool IsReached = true);

/// <summary>What follows from the answer.</summary>
public enum HandoverResult
{
    Accepted,

    /// <summary>4xx, or no connection: try again later.</summary>
    TryLater,

    /// <summary>5xx: this mail will never be accepted.</summary>
    Refused,
}
