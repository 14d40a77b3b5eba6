using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Products;

namespace Gazetier.Features.Subscriptions;

/// <summary>
/// A right to some products for a term: of a reader, or of an organisation, whose people take seats in it. The contract that the
/// law speaks of. What was bought is its <c>Purchase</c>; extending it moves <see cref="Until"/>.
/// </summary>
public class Subscription
{
    /// <summary>A pause is no longer.</summary>
    public const int LongestPauseDays = 60;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What letters and the form of cancellation call it: "ABO-7K3F9-2QDX5". Unique.</summary>
    public string Reference { get; set; } = SubscriptionReference.New();

    /// <summary>The reader who holds it; null where an organisation does.</summary>
    public Guid? AccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>The organisation that holds it; null where a reader does.</summary>
    public Guid? OrganisationId { get; set; }

    public SubscriptionKind Kind { get; set; }

    public ProductSet Products { get; set; } = ProductSet.Paper;

    /// <summary>Of an organisation: how many people may sit in it. Null: as many as come.</summary>
    public int? Seats { get; set; }

    /// <summary>UTC, inclusive.</summary>
    public DateTime From { get; set; }

    /// <summary>UTC, exclusive: the right ends at this instant, unless it is renewed before.</summary>
    public DateTime Until { get; set; }

    /// <summary>Where it comes from, in words for the desk: "Formule Individuelle", "Abonnement offert".</summary>
    public required string Origin { get; set; }

    /// <summary>What was bought; null where the desk gave it without an offer.</summary>
    public Guid? OfferId { get; set; }

    public Offer? Offer { get; set; }

    /// <summary>What its holder chose instead, from its next term on; null: it goes on as it is.</summary>
    public Guid? NextOfferId { get; set; }

    public Offer? NextOffer { get; set; }

    /// <summary>UTC, exclusive; until then it is tried, and whoever leaves before owes nothing. Null: it began without a trial.</summary>
    public DateTime? TrialUntil { get; set; }

    /// <summary>Whether it goes on by itself at its end (tacite reconduction), unless it was cancelled: see <see cref="WillRenew"/>.</summary>
    public bool Renews { get; set; }

    /// <summary>UTC; when it was ordered, from which the time to withdraw runs (L221-18). Null: nobody ordered it.</summary>
    public DateTime? ConcludedAt { get; set; }

    /// <summary>
    /// UTC; when it was renewed though nobody can prove that its holder was told in time: from then on it may be ended on any day, and
    /// what is left is paid back (L215-1). Null: it was told, or never renewed.
    /// </summary>
    public DateTime? RenewedUntoldAt { get; set; }

    /// <summary>UTC; when its holder, or the desk, ended it. It runs until <see cref="Until"/> and is not renewed.</summary>
    public DateTime? CancelledAt { get; set; }

    /// <summary>UTC; from then on it opens nothing, until somebody takes it up again. Null: it runs.</summary>
    public DateTime? SuspendedAt { get; set; }

    public Suspension? Suspension { get; set; }

    /// <summary>UTC; when the reader was told that a trial is about to end. Null: not yet, or it is none.</summary>
    public DateTime? EndToldAt { get; set; }

    /// <summary>Raised at each change: two desks cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>UTC; when a pause ends by itself.</summary>
    public DateTime? ResumesAt { get; set; }

    public bool WillRenew => Renews && CancelledAt is null;

    public bool IsActive(DateTime now) => From <= now && now < Until && SuspendedAt is null;

    /// <summary>Whether its holder may pause it: it runs, was paid for, and is not about to end.</summary>
    public bool MayPause(DateTime now) => Kind == SubscriptionKind.Paid && IsActive(now) && CancelledAt is null;

    /// <summary>Whether a cancellation may be taken back: the contract still runs as it was.</summary>
    public bool MayTakeUp(DateTime now) => CancelledAt is not null && now < Until && RenewedUntoldAt is null && Until != TrialUntil;

    public bool IsTried(DateTime now) => now < TrialUntil;

    /// <summary>Whether its holder may choose another offer for its next term: it renews itself, and was bought.</summary>
    public bool MayChangeOffer(DateTime now) => Kind == SubscriptionKind.Paid && AccountId is not null && OfferId is not null && WillRenew && now < Until && RenewedUntoldAt is null;

    /// <summary>Stops for a while; it takes itself up again after <see cref="LongestPauseDays"/>.</summary>
    public void Pause(DateTime now) => (SuspendedAt, Suspension, ResumesAt) = (now, Subscriptions.Suspension.Paused, now.AddDays(LongestPauseDays));

    /// <summary>Ends a pause: what was not read is added at its end.</summary>
    public void Resume(DateTime now)
    {
        if (Suspension == Subscriptions.Suspension.Paused && SuspendedAt is { } since)
        {
            Until += (now < ResumesAt ? now : ResumesAt ?? now) - since;
            (SuspendedAt, Suspension, ResumesAt) = (null, null, null);
        }
    }

    /// <summary>Takes a cancellation back.</summary>
    public void TakeUp() => CancelledAt = null;
}

/// <summary>How a subscription came about.</summary>
public enum SubscriptionKind
{
    Paid,

    /// <summary>Offered by the desk.</summary>
    Complimentary,

    /// <summary>For a time, to get to know it: once for each person and product .</summary>
    Trial,
}

/// <summary>Why a subscription opens nothing for a while.</summary>
public enum Suspension
{
    /// <summary>Its holder paused it; the time is added at its end.</summary>
    Paused,

    /// <summary>What it costs was not paid, and the time of grace is over.</summary>
    Unpaid,
}
