namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// How a provider knows the reader of an account (P-04). Its key is the issuer with the subject, never the address: an address can be
/// another person's tomorrow. What it holds of the reader's work is what the licence of an organisation asks for, and no more.
/// </summary>
public class LinkedIdentity
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }

    /// <summary>Without a slash at its end.</summary>
    public required string Issuer { get; set; }

    /// <summary>Of ProConnect one for each identity provider behind it: who changes employers is another.</summary>
    public required string Subject { get; set; }

    /// <summary>The provider behind ProConnect.</summary>
    public string? IdpId { get; set; }

    /// <summary>14 digits: the employer, as it was said last.</summary>
    public string? Siret { get; set; }

    /// <summary>The employer before; null: it never changed (P-06).</summary>
    public string? FormerSiret { get; set; }

    /// <summary>UTC; when the employer changed last.</summary>
    public DateTime? SiretChangedAt { get; set; }

    /// <summary>"agent", "prestataire", as the employer says.</summary>
    public string? BelongingPopulation { get; set; }

    /// <summary>UTC.</summary>
    public DateTime LinkedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime LastUsedAt { get; set; }

    /// <summary>Takes over what the provider says now. An employer that is not named is no change.</summary>
    public void Use(ProvenIdentity said, DateTime now)
    {
        if (said.Siret is not null && said.Siret != Siret)
        {
            if (Siret is not null)
            {
                (FormerSiret, SiretChangedAt) = (Siret, now);
            }

            Siret = said.Siret;
        }

        (IdpId, BelongingPopulation, LastUsedAt) = (said.IdpId ?? IdpId, said.BelongingPopulation ?? BelongingPopulation, now);
    }
}
