using Gazetier.Locales;

namespace Gazetier.Features.Articles;

/// <summary>
/// How readers are told that a machine had a part in a text, and who read it over (L-90; regulation (EU) 2024/1689, article 50 § 4):
/// plainly, at first sight, in the page, the feeds and the mails.
/// </summary>
public static class MachineLabels
{
    /// <summary>Where readers read what the newspaper does with machines.</summary>
    public const string Policy = "/ia";

    /// <summary>One short sentence; null where a person wrote the text.</summary>
    public static string? Label(this MachineUse use, Phrases t) => use switch
    {
        MachineUse.Assisted => t["Texte produit avec l’aide d’une machine."],
        MachineUse.Generated => t["Texte produit par une machine."],
        _ => null,
    };

    /// <summary>The same, with who answers for it and since when, where somebody does.</summary>
    public static string? Label(this MachineUse use, string? reviewedBy, DateTime? reviewedAt, Phrases t, TimeZoneInfo zone) => (use, reviewedBy, reviewedAt) switch
    {
        (MachineUse.Assisted, { } by, { } at) => t["Texte produit avec l’aide d’une machine, relu par {0} le {1}.", by, t.Day(at, zone)],
        (MachineUse.Generated, { } by, { } at) => t["Texte produit par une machine, relu par {0} le {1}.", by, t.Day(at, zone)],
        _ => use.Label(t),
    };

    /// <summary>For <c>meta name="ai-disclosure"</c>; null where there is nothing to disclose.</summary>
    public static string? Disclosure(this MachineUse use) => use switch
    {
        MachineUse.Assisted => "ai-assisted",
        MachineUse.Generated => "ai-generated",
        _ => null,
    };
}
