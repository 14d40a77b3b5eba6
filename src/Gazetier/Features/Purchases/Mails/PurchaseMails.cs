namespace Gazetier.Features.Purchases.Mails;

/// <summary>Kinds of mails about purchases, as they stand in the outbox. Arguments: <see cref="PurchaseMail"/>.</summary>
public static class PurchaseMails
{
    /// <summary>To the buyer: everything that the law wants them to keep.</summary>
    public const string Ordered = "purchase.ordered";

    /// <summary>To the desk: somebody buys for an organisation that is ours.</summary>
    public const string Waiting = "purchase.waiting";

    /// <summary>To the buyer: the desk has accepted it.</summary>
    public const string Accepted = "purchase.accepted";

    /// <summary>To the buyer: money arrived.</summary>
    public const string Paid = "purchase.paid";

    /// <summary>To the buyer: it should have been paid.</summary>
    public const string Reminder = "purchase.reminder";

    /// <summary>To the buyer: access is stopped until it is paid.</summary>
    public const string Suspended = "purchase.suspended";

    /// <summary>To the buyer: the desk has taken the order back.</summary>
    public const string Cancelled = "purchase.cancelled";

    /// <summary>To the desk: the provider took a card for what was paid already.</summary>
    public const string TooMuch = "purchase.too-much";

    /// <summary>To the buyer: what they hold was renewed, and what it costs.</summary>
    public const string Renewed = "purchase.renewed";

    /// <summary>To the stewards: the quote for the next term.</summary>
    public const string RenewalQuote = "purchase.renewal-quote";

    /// <summary>To the buyer: it will be taken back if nobody pays.</summary>
    public const string LapsesSoon = "purchase.lapses-soon";

    /// <summary>To the buyer: it was taken back, since nobody paid.</summary>
    public const string Lapsed = "purchase.lapsed";

    /// <summary>To the buyer: money went back to them.</summary>
    public const string Refunded = "purchase.refunded";
}

/// <param name="Language">"fr" or "en": of whom it is written to.</param>
/// <param name="Cents">Of a payment or a refund; 0: it is about none.</param>
public sealed record PurchaseMail(Guid PurchaseId, string Language, int Cents = 0);
