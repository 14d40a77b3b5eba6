using Gazetier.Features.Sections;

namespace Gazetier.Features.Partners;

/// <summary>
/// A block that a partner, or the house itself, has on the pages from one moment to another (G-11): our own words and markup, no script, no
/// cookie, by section and never by reader. What is paid for says so above its title.
/// </summary>
public class Insertion
{
    public const int MaxPartner = 120;
    public const int MaxTitle = 120;
    public const int MaxText = 400;
    public const int MaxLink = 500;

    /// <summary>Stands in its addresses.</summary>
    public int Number { get; set; }

    /// <summary>Who speaks.</summary>
    public required string Partner { get; set; }

    public SlotLabel Label { get; set; }

    public required string Title { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Where it leads: "https://…" or a path of ours; empty where only the form is offered.</summary>
    public string Link { get; set; } = "";

    public SlotPlace Place { get; set; }

    /// <summary>Where it stands, with the sections below; null: everywhere.</summary>
    public Guid? SectionId { get; set; }

    public Section? Section { get; set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime Until { get; set; }

    /// <summary>Where what readers write in its form is sent; empty: it has no form.</summary>
    public string LeadEmail { get; set; } = "";

    /// <summary>Taken off before its time; UTC.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public bool HasForm => LeadEmail.Length > 0;

    /// <summary>Where a click goes: it is counted there, without an identifier, and led on.</summary>
    public string Path => PartnerAddress.Of(Number);

    public bool IsOpen(DateTime now) => WithdrawnAt is null && From <= now && now < Until;
}

/// <summary>What a reader is told about who speaks (G-11; LCEN, art. 20).</summary>
public enum SlotLabel
{
    /// <summary>Paid for.</summary>
    Advertisement,

    /// <summary>Paid for, and written by the partner.</summary>
    Communique,

    /// <summary>The newspaper's own offer.</summary>
    House,
}

/// <summary>Where on a page.</summary>
public enum SlotPlace
{
    /// <summary>Under every public page, above the clubs.</summary>
    UnderPage,

    /// <summary>In the rail of an article.</summary>
    BesideArticle,
}

/// <summary>A place of the page that is being made.</summary>
/// <param name="Above">The sections that the page lies in, from the top.</param>
public sealed record SlotView(SlotPlace Place, IReadOnlyList<Section> Above)
{
    public IReadOnlyCollection<Guid> Sections => [.. Above.Select(section => section.Id)];
}

public static class PartnerAddress
{
    public const string Root = "/partenaires/";

    public const string Newsroom = "/redaction/partenaires";

    public static string Of(int number) => $"{Root}{number}";

    public static string Form(int number) => $"{Root}{number}/contact";
}
