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
    /// Asked at the point of no return: all is handed over but what makes the server answer for the mail (docs/decisions/0009).
    /// "No" keeps the mail back. The mail leaves in the same breath as "yes" is said.
    /// </param>
    /// <param name="cancel">Gives up; for a mail that has left, without knowing what became of it.</param>
    /// <returns>Null: it was kept back.</returns>
    Task<Handover?> SendAsync(WireMail mail, Func<ValueTask<bool>> leaving, CancellationToken cancel);
}
