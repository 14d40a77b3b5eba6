namespace Gazetier.Mail.Wire;

/// <summary>Opens lines to the outside for mails in bulk: an SMTP server's, or the folder that /dev/mail shows.</summary>
public interface IMailLines
{
    /// <summary>A line of one's own. Nobody is called before its first mail.</summary>
    IMailLine Open();
}

/// <summary>Hands over one mail after another.</summary>
public interface IMailLine : IAsyncDisposable
{
    /// <summary>Returns the server's answer. Never throws for what the server or the network does.</summary>
    /// <param name="leaving">
    /// Told at the point of no return: all is handed over but what makes the server answer for the mail, and that is sent in
    /// the next step (docs/decisions/0009).
    /// </param>
    /// <param name="cancel">Gives up; for a mail that has left, without knowing what became of it.</param>
    Task<Handover> SendAsync(WireMail mail, Action leaving, CancellationToken cancel);
}
