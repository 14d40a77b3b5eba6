namespace Gazetier.Features.MailingLists;

/// <summary>How somebody said yes or no to a list: what the proof holds.</summary>
/// <param name="Text">The sentence that they agreed to, or refused.</param>
/// <param name="Origin">Where they said it.</param>
/// <param name="At">UTC; null: now.</param>
public sealed record ConsentWords(string Text, string Origin, DateTime? At = null)
{
    public const string ByLink = "lien de désinscription";

    /// <summary>RFC 8058: the mailbox provider pressed for its reader, who saw its button and not ours.</summary>
    public static readonly ConsentWords OneClick = new("List-Unsubscribe=One-Click", "désinscription en un clic (RFC 8058)");

    /// <summary>E-05: the reader told their mailbox provider that it is spam.</summary>
    /// <param name="at">UTC.</param>
    public static ConsentWords Complaint(DateTime at) => new("plainte au fournisseur de courrier", "retour du fournisseur (ARF)", at);

    public static ConsentWords Yes(MailingList list, string origin) => new($"Recevoir {list.Title} : {list.Description}", origin);

    /// <param name="title">Null: of a list that its reader cannot see any more.</param>
    public static ConsentWords No(string? title, string origin) => new(title is null ? "Ne plus la recevoir" : $"Ne plus recevoir {title}", origin);
}
