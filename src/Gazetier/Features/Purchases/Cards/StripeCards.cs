using Gazetier.Data;
using Gazetier.Web;
using Stripe;
using Stripe.Checkout;

namespace Gazetier.Features.Purchases.Cards;

/// <summary>
/// Cards at Stripe's: the customer pays on a page of theirs and comes back. That they come back says nothing; what counts is the signed
/// notice (<see cref="TakeNotice"/>).
/// </summary>
public class StripeCards(NewspaperOptions options, IHttpClientFactory http, PublicAddress address) : ITakeCards
{
    /// <summary>Name of the connection to the provider.</summary>
    public const string Connection = "stripe";

    /// <summary>Currencies that have no hundredth part are not sold in.</summary>
    private const string Euro = "eur";

    public bool IsOn => true;

    public async Task<Uri> BeginAsync(Purchase purchase, CancellationToken cancel)
    {
        using var client = http.CreateClient(Connection);
        var stripe = new StripeClient(new StripeClientOptions
        {
            ApiKey = options.Stripe.SecretKey,
            ApiBase = options.Stripe.ApiBase,
            HttpClient = new SystemNetHttpClient(client, maxNetworkRetries: 1),
        });
        try
        {
            // The same purchase with the same amount left is the same page, however often the button is pressed.
            var request = new RequestOptions { IdempotencyKey = $"{purchase.Id:N}-{purchase.OwedCents}" };
            var session = await new SessionService(stripe).CreateAsync(Ask(purchase), request, cancel);
            return Uri.TryCreate(session.Url, UriKind.Absolute, out var page) && page.GetLeftPart(UriPartial.Authority) == options.Stripe.CheckoutOrigin
                ? page
                : throw new CardsAwayException("The provider leads elsewhere than Gazetier__Stripe__CheckoutOrigin says.");
        }
        catch (Exception e) when (e is StripeException or HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new CardsAwayException("The provider does not take the payment.", e);
        }
    }

    private SessionCreateOptions Ask(Purchase purchase) => new()
    {
        Mode = "payment",
        ClientReferenceId = purchase.Id.ToString(),
        Locale = purchase.Language,
        SuccessUrl = address.Of(PurchaseAddress.Done(purchase.Id)),
        CancelUrl = address.Of($"{PurchaseAddress.Mine}/{purchase.Id}"),
        LineItems =
        [
            new SessionLineItemOptions
            {
                Quantity = 1,
                PriceData = new SessionLineItemPriceDataOptions
                {
                    Currency = Euro,
                    UnitAmount = purchase.OwedCents,
                    ProductData = new SessionLineItemPriceDataProductDataOptions { Name = $"{purchase.OfferName} ({purchase.Number})" },
                },
            },
        ],
        PaymentIntentData = new SessionPaymentIntentDataOptions { Description = purchase.Number, Metadata = new(StringComparer.Ordinal) { ["purchase"] = purchase.Id.ToString() } },
    };
}
