using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Taxes;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Commande: what somebody buys, from the first step of the form on, so that it can be left and taken up again. Once it is ordered it
/// has a number, what it said is fixed, and it is kept for ten years, account or not (C. com. L123-22).
/// </summary>
public class Purchase
{
    public const int MaxName = 200;
    public const int MaxStreet = 500;
    public const int MaxCity = 100;
    public const int MaxServiceCode = 100;
    public const int MaxEngagement = 50;

    /// <summary>How long one that was begun and not ordered is kept.</summary>
    public static readonly TimeSpan KeptBegun = TimeSpan.FromDays(60);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Who buys; null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    public Account? Account { get; set; }

    public PurchaseState State { get; set; } = PurchaseState.Begun;

    public Guid OfferId { get; set; }
    public Offer Offer { get; set; } = null!;

    /// <summary>How many times the offer; 1 unless it has a number of seats.</summary>
    public int Quantity { get; set; } = 1;

    /// <summary>Of the authority, where the price depends on it.</summary>
    public int? Inhabitants { get; set; }

    /// <summary>Promotion code as it was typed; empty: none.</summary>
    public string PromotionCode { get; set; } = "";

    public BillingAddress Billing { get; set; } = new();

    public PaymentMeans? Means { get; set; }

    /// <summary>"fr" or "en": of the screens that it was begun on, and of our letters.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>UTC.</summary>
    public DateTime BegunAt { get; set; }

    /// <summary>"C-2026-00012"; null until it is ordered.</summary>
    public string? Number { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? OrderedAt { get; set; }

    /// <summary>As the offer was called when it was ordered; it may be renamed afterwards.</summary>
    public string OfferName { get; set; } = "";

    public string Currency { get; set; } = "EUR";

    /// <summary>Cents that a promotion code took off, stated as the offer states its price.</summary>
    public int DiscountCents { get; set; }

    public Guid? PromotionCodeId { get; set; }

    public int NetCents { get; set; }
    public int VatCents { get; set; }
    public int GrossCents { get; set; }

    /// <summary>Hundredths of a percent.</summary>
    public int VatBasisPoints { get; set; }

    /// <summary>The text of law behind the rate.</summary>
    public string VatSource { get; set; } = "";

    public int TermMonths { get; set; }

    /// <summary>Of the terms of sale that were accepted; null until it is ordered.</summary>
    public int? TermsVersion { get; set; }

    /// <summary>What the customer saw and accepted, as JSON (L-11).</summary>
    public string Evidence { get; set; } = "";

    /// <summary>SHA-256 of <see cref="Evidence"/> in hexadecimal.</summary>
    public string EvidenceHash { get; set; } = "";

    /// <summary>UTC; when it should be paid.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>UTC; when access stops if it is not paid by then.</summary>
    public DateTime? GraceUntil { get; set; }

    /// <summary>Cents received. Never more than <see cref="GrossCents"/>.</summary>
    public int PaidCents { get; set; }

    /// <summary>Cents that went back. Never more than <see cref="PaidCents"/>; what was refunded is not owed again.</summary>
    public int RefundedCents { get; set; }

    /// <summary>UTC; when the last cent was recorded.</summary>
    public DateTime? PaidAt { get; set; }

    /// <summary>How many reminders went out.</summary>
    public int Reminders { get; set; }

    /// <summary>UTC; when the next goes out. Null: none.</summary>
    public DateTime? RemindAt { get; set; }

    /// <summary>UTC; when access was stopped for want of payment.</summary>
    public DateTime? SuspendedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CancelledAt { get; set; }

    /// <summary>What it opened; null until it did.</summary>
    public Guid? SubscriptionId { get; set; }

    public Guid? OrganisationId { get; set; }

    /// <summary>The contract that it would carry on, where we offered that ourselves (devis de renouvellement). Null: it begins one.</summary>
    public Guid? RenewsId { get; set; }

    /// <summary>UTC; when it is taken back by itself, if nobody paid until then and nothing was opened; its buyer was told. Null: they were not told yet.</summary>
    public DateTime? LapsesAt { get; set; }

    /// <summary>Raised at each change that is saved.</summary>
    public int Version { get; set; }

    /// <summary>Cents that can still go back.</summary>
    public int KeptCents => PaidCents - RefundedCents;

    public int OwedCents => State == PurchaseState.Ordered ? GrossCents - PaidCents : 0;

    public Taxed Total => new(NetCents, VatCents, VatBasisPoints);

    /// <summary>Where the customer is, for the tax; until they said so, as most are.</summary>
    public Territory TaxedIn => Billing.IsComplete ? Billing.Territory : Territory.Metropole;

    public bool IsLate(DateTime now) => State == PurchaseState.Ordered && PaidCents < GrossCents && DueAt < now;

    /// <summary>Where whoever left it goes on.</summary>
    public PurchaseStep NextStep => !Billing.IsComplete ? PurchaseStep.Address : Means is null ? PurchaseStep.Payment : PurchaseStep.Summary;
}

/// <summary>Where a purchase stands.</summary>
public enum PurchaseState
{
    /// <summary>Its form is being filled in; nobody owes anything.</summary>
    Begun,

    /// <summary>Ordered for an organisation that is ours already, by somebody who does not look after it: the desk decides.</summary>
    Waiting,
    Ordered,
    Cancelled,
}

/// <summary>Steps of the form, after the offer.</summary>
public enum PurchaseStep
{
    Address,
    Payment,
    Summary,
}

/// <summary>Who is invoiced, and where.</summary>
public class BillingAddress
{
    /// <summary>A person's, or the legal name of an organisation.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name folded for search: see <see cref="Text.Fold"/>.</summary>
    public string FoldedName { get; set; } = "";

    /// <summary>Of an organisation: whom the desk calls. May be empty.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Street and what else comes before the postcode, one or more lines.</summary>
    public string Street { get; set; } = "";

    public string Postcode { get; set; } = "";
    public string City { get; set; } = "";

    /// <summary>"FR" or "MC".</summary>
    public string Country { get; set; } = Territories.France;

    /// <summary>Fourteen figures; empty for a person.</summary>
    public string Siret { get; set; } = "";

    /// <summary>Code service of the public accounts portal; may be empty.</summary>
    public string ServiceCode { get; set; } = "";

    /// <summary>Numéro d'engagement; empty where there is none, or not yet.</summary>
    public string Engagement { get; set; } = "";

    /// <summary>It is to be supplied later.</summary>
    public bool EngagementComesLater { get; set; }

    public bool IsComplete => Name.Length > 0 && Street.Length > 0 && Postcode.Length > 0 && City.Length > 0;

    public Territory Territory => Territories.Of(Country, Postcode);
}
