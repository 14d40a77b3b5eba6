using Gazetier.Features.Products;
using Gazetier.Features.Taxes;

namespace Gazetier.Features.Offers;

/// <summary>Formule: what a reader or an organisation can buy, at a price for a term.</summary>
public class Offer
{
    public const int MaxName = 100;
    public const int MaxAudience = 200;
    public const int MaxDescription = 2_000;

    /// <summary>Cents; what a form takes.</summary>
    public const int MaxPrice = 100_000_000;

    public const int MaxTerm = 60;

    public const int MaxTrial = 90;

    /// <summary>Of one purchase.</summary>
    public const int MaxQuantity = 99;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>What it brings, one point a line.</summary>
    public string Description { get; set; } = "";

    /// <summary>Who it is for: "Pour un lecteur", "Pour une collectivité de moins de 5 000 habitants".</summary>
    public string Audience { get; set; } = "";

    /// <summary>What it opens. Nothing: a free account, which registration gives.</summary>
    public ProductSet Products { get; set; } = ProductSet.Paper;

    public CustomerKind Customer { get; set; }

    /// <summary>Inhabitants of the smallest authority that it is for; null: no least.</summary>
    public int? SizeFrom { get; set; }

    /// <summary>Inhabitants of the largest; null: no most.</summary>
    public int? SizeTo { get; set; }

    /// <summary>Of an organisation: how many people read. Null: as many as come.</summary>
    public int? Seats { get; set; }

    /// <summary>Cents, with or without tax as <see cref="PriceIsWithoutTax"/> says. Zero: free.</summary>
    public int PriceCents { get; set; }

    /// <summary>Organisations compare prices without tax; consumers are told them with it.</summary>
    public bool PriceIsWithoutTax { get; set; }

    /// <summary>Cents, stated as the price is: what the first terms cost. Null: as all others.</summary>
    public int? IntroCents { get; set; }

    /// <summary>How many terms cost <see cref="IntroCents"/>.</summary>
    public int IntroTerms { get; set; }

    /// <summary>The price is worked out on demand, and nothing is bought by itself.</summary>
    public bool IsOnQuote { get; set; }

    public VatClass VatClass { get; set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>Months that the price pays for.</summary>
    public int TermMonths { get; set; } = 12;

    /// <summary>Whether what is bought goes on by itself at its end (tacite reconduction).</summary>
    public bool Renews { get; set; }

    /// <summary>Days that are free before the first term, once for each person; the first payment is due at their end. 0: none.</summary>
    public int TrialDays { get; set; }

    /// <summary>UTC, inclusive; null: at once.</summary>
    public DateTime? SoldFrom { get; set; }

    /// <summary>UTC, exclusive; null: for good.</summary>
    public DateTime? SoldUntil { get; set; }

    /// <summary>UTC; from then on it is sold no more. What was sold goes on.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>Order on the page.</summary>
    public int Position { get; set; }

    public bool IsFree => PriceCents == 0 && !IsOnQuote;

    public VatCustomer VatCustomer => Customer == CustomerKind.Organisation ? VatCustomer.Organisation : VatCustomer.Consumer;

    public bool IsSold(DateTime now) => RetiredAt is null && (SoldFrom is null || SoldFrom <= now) && (SoldUntil is null || now < SoldUntil);

    /// <summary>Whether an authority of so many inhabitants may have it.</summary>
    public bool Fits(int inhabitants) => (SizeFrom ?? 0) <= inhabitants && inhabitants <= (SizeTo ?? int.MaxValue);

    /// <summary>Cents, as stated, of the nth term, from 1.</summary>
    public int PriceOfTerm(int number) => IntroCents is { } intro && number <= IntroTerms ? intro : PriceCents;

    public Taxed WithTax(int stated, int basisPoints) => PriceIsWithoutTax ? Taxed.OfNet(stated, basisPoints) : Taxed.OfGross(stated, basisPoints);
}

/// <summary>Who an offer is for.</summary>
public enum CustomerKind
{
    Individual,
    Student,

    /// <summary>An authority, a school, a company: with seats for its people.</summary>
    Organisation,
}
