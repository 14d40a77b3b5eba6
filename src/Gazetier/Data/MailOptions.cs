namespace Gazetier.Data;

/// <summary>What comes back, <c>Gazetier__Mail__Bounces__…</c> (docs/running/mail.md). Off until a way in is named.</summary>
public class BounceOptions
{
    /// <summary>"127.0.0.1:2526": an address of this machine where the mail server hands over by LMTP or SMTP.</summary>
    public string Listen { get; set; } = "";

    /// <summary>A Maildir that the mail server delivers to: "/var/mail/bounces".</summary>
    public string Maildir { get; set; } = "";

    /// <summary>"imaps://name:password@host/INBOX" or "pop3s://name:password@host".</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>Editions that did not arrive until an address is suppressed, 1–100.</summary>
    public int SoftLimit { get; set; } = 5;

    /// <summary>Days within which they count, 1–365.</summary>
    public int SoftDays { get; set; } = 14;
}

/// <summary>Signatures, <c>Gazetier__Mail__Dkim__…</c>. Off until a selector is named: then the mail server may sign.</summary>
public class DkimOptions
{
    /// <summary>Whose signature it is; empty: the domain of <c>Mail.From</c>.</summary>
    public string Domain { get; set; } = "";

    /// <summary>Name of the RSA key's record: "gazetier2026".</summary>
    public string Selector { get; set; } = "";

    /// <summary>Name of the Ed25519 key's record, for a second signature: "gazetier2026e".</summary>
    public string Ed25519Selector { get; set; } = "";
}
