using Gazetier.Features.Access;
using Gazetier.Features.Follows;
using Gazetier.Features.Products;
using Gazetier.Web;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Lettre: the same mail to all who signed up, as often as the newsroom writes one, or made by rule of what appeared. What is
/// posted is its <see cref="NewsletterIssue"/>.
/// </summary>
public class Newsletter
{
    public const int MaxName = 80;
    public const int MaxDescription = 500;

    /// <summary>Days that an issue made by rule looks back on, at most.</summary>
    public const int LongestSpan = 31;

    public const int MostArticles = 30;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Of its address and of its list in the ledger; never changed, for old mails and links carry it.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>What it brings and when; a sentence or two for its readers.</summary>
    public string Description { get; set; } = "";

    public NewsletterMaking Making { get; set; }

    /// <summary>Whose articles the rule takes; null with <see cref="SourceId"/>: the whole newspaper's.</summary>
    public FollowKind? SourceKind { get; set; }

    /// <summary>The section, theme, dossier or author.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>Days that an issue made by rule looks back, at most; what an earlier issue held is not repeated.</summary>
    public int SpanDays { get; set; } = 7;

    /// <summary>Articles in an issue made by rule, at most.</summary>
    public int AtMost { get; set; } = 12;

    /// <summary>Days on which the rule makes an issue; may be none.</summary>
    public Days Days { get; set; }

    /// <summary>0–23, on the newspaper's clock.</summary>
    public int Hour { get; set; } = 7;

    /// <summary>UTC; when the next issue by rule is due. Null: none is.</summary>
    public DateTime? NextDueAt { get; set; }

    /// <summary>UTC; up to when articles stood in an issue by rule. Null: there was none.</summary>
    public DateTime? ReadUntil { get; set; }

    public Audience Audience { get; set; }

    /// <summary>The product whose holders get it, where the audience is those.</summary>
    public int? ProductNumber { get; set; }

    /// <summary>Whether readers may sign up.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Of its texts: "fr".</summary>
    public string Language { get; set; } = "fr";

    /// <summary>Of the issue that was posted last; numbers have no hole.</summary>
    public int LastNumber { get; set; }

    public DateTime CreatedAt { get; set; }

    public string Path => PathOf(Slug);

    /// <summary>What a part for subscribers alone asks of its reader.</summary>
    public Asked Asks => Audience == Audience.Holders && ProductNumber is { } product
        ? new Asked(Requirement.Subscription, ProductSet.Of(product))
        : Asked.ThePaper;

    public static string PathOf(string slug) => $"/lettres/{slug}/";

    /// <summary>UTC; the first issue by rule after <paramref name="now"/> (UTC). Null: none.</summary>
    public DateTime? NextAfter(DateTime now, TimeZoneInfo zone) => Making == NewsletterMaking.ByRule ? Days.NextAfter(Hour, now, zone) : null;

    /// <summary>
    /// UTC; what appeared after this belongs into an issue by rule that looks until <paramref name="until"/> (UTC): what came since
    /// the last one, but nothing older than the span. A day may have 25 hours.
    /// </summary>
    public DateTime Since(DateTime until)
    {
        var horizon = until.AddDays(-SpanDays).AddHours(-1);
        return ReadUntil > horizon ? ReadUntil.Value : ReadUntil is null ? until.AddDays(-SpanDays) : horizon;
    }
}

/// <summary>How the issues of a newsletter come about.</summary>
public enum NewsletterMaking
{
    ByHand,
    ByRule,
}

/// <summary>Who gets it, of those who signed up.</summary>
public enum Audience
{
    Everybody,

    /// <summary>Who holds a right to any product.</summary>
    Subscribers,

    /// <summary>Who holds none.</summary>
    FreeReaders,

    /// <summary>Who holds a right to one product.</summary>
    Holders,

    /// <summary>Who has a seat in an organisation's subscription.</summary>
    Members,
}
