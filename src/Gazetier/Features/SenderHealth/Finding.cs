namespace Gazetier.Features.SenderHealth;

/// <summary>One thing that the doctor found.</summary>
/// <param name="About">"SPF", "DKIM", "DMARC"…</param>
/// <param name="Said">A sentence, in the language that was asked for.</param>
/// <param name="Record">The record to set, as a zone file holds it; null where there is none to set.</param>
public sealed record Finding(FindingLevel Level, string About, string Said, string? Record = null);

public enum FindingLevel
{
    Good,

    /// <summary>Better otherwise.</summary>
    Advice,
    Wrong,

    /// <summary>It could not be looked at from here.</summary>
    Unknown,
}
