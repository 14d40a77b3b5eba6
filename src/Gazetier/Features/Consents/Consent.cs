namespace Gazetier.Features.Consents;

/// <summary>
/// That somebody said yes or no to a list, and how it can be proved (GDPR art. 7; L-52): never changed, only followed by another.
/// </summary>
public class Consent
{
    public const int MaxText = 1000;
    public const int MaxOrigin = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The list: "digest", "alerts", a newsletter's slug; see <see cref="MailingLists.MailingList.Name"/>.</summary>
    public required string List { get; set; }

    /// <summary>False: it was withdrawn.</summary>
    public bool IsGiven { get; set; }

    /// <summary>The sentence that the reader agreed to, as it stood there.</summary>
    public required string Text { get; set; }

    /// <summary>Where it was said: "/lettres/la-semaine", "lien de désinscription", "import clients-2026.csv par A. Durand".</summary>
    public required string Origin { get; set; }

    /// <summary>UTC; for an import, when the reader agreed, as its proof says.</summary>
    public DateTime At { get; set; }
}
