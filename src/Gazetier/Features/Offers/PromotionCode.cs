using Gazetier.Text;

namespace Gazetier.Features.Offers;

/// <summary>Code promotionnel: takes a part off the first term.</summary>
public class PromotionCode
{
    public const int MaxLength = 40;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>As <see cref="Read"/> gives it. Unique.</summary>
    public required string Code { get; set; }

    /// <summary>1 to 100; null where it takes an amount off.</summary>
    public int? PercentOff { get; set; }

    /// <summary>Cents, as the offer states its price; null where it takes a part off.</summary>
    public int? CentsOff { get; set; }

    /// <summary>The offer that it is good for; null: all.</summary>
    public Guid? OfferId { get; set; }

    /// <summary>UTC, inclusive; null: at once.</summary>
    public DateTime? From { get; set; }

    /// <summary>UTC, exclusive; null: for good.</summary>
    public DateTime? Until { get; set; }

    /// <summary>Null: as often as somebody comes.</summary>
    public int? MostUses { get; set; }

    /// <summary>Purchases that were ordered with it. Counted by a conditional update: the last use is one person's.</summary>
    public int Used { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; taken back.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>Capitals, figures and hyphens of what somebody typed, 3 to 40; null: it is no code.</summary>
    public static string? Read(string? typed)
    {
        var line = Printable.Line(typed ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return line.Length is >= 3 and <= MaxLength && line.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') ? line : null;
    }

    /// <summary>Cents that it takes off a stated price, never more than all of it. Half a cent is the customer's.</summary>
    public int Off(int stated) => PercentOff is { } percent
        ? (int)((((long)stated * percent) + 50) / 100)
        : Math.Min(stated, CentsOff ?? 0);

    /// <summary>Null: it is good for this offer now.</summary>
    public PromotionRefusal? Against(Offer offer, DateTime now) => this switch
    {
        { RetiredAt: not null } => PromotionRefusal.Unknown,
        { From: { } from } when now < from => PromotionRefusal.TooEarly,
        { Until: { } until } when until <= now => PromotionRefusal.TooLate,
        { OfferId: { } only } when only != offer.Id => PromotionRefusal.OtherOffer,
        { MostUses: { } most } when Used >= most => PromotionRefusal.UsedUp,
        _ => null,
    };
}

/// <summary>Why a code takes nothing off.</summary>
public enum PromotionRefusal
{
    Unknown,
    TooEarly,
    TooLate,
    OtherOffer,
    UsedUp,
}
