using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Stripe;
using Stripe.Checkout;

namespace Gazetier.Features.Purchases.Cards;

/// <summary>
/// Takes what Stripe tells us. Only what is signed with our secret in the last five minutes is believed; what was told already
/// is done already.
/// </summary>
public partial class TakeNotice(GazetierDb db, TakePayment take, SalesDoor door, Masthead masthead, NewspaperOptions options, TimeProvider clock, ILogger<TakeNotice> log)
{
    /// <summary>Seconds that a notice may be old, or ahead.</summary>
    public const long Tolerance = 300;

    /// <param name="body">As it came, to the byte: the signature is of that.</param>
    /// <returns>False: it is not the provider who says so.</returns>
    public async Task<bool> RunAsync(string body, string? signature, CancellationToken cancel)
    {
        Event? told;
        try
        {
            told = EventUtility.ConstructEvent(body, signature ?? "", options.Stripe.WebhookSecret, Tolerance, clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The library breaks in many ways on what is no event; none of them is an error of ours.
            Refused(log, e.Message);
            return false;
        }

        if (told?.Data?.Object is Session session && told.Type is EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionAsyncPaymentSucceeded)
        {
            await PaidAsync(told, session, cancel);
        }
        else if (told?.Data?.Object is Charge charge && told.Type == EventTypes.ChargeRefunded)
        {
            await RefundedAsync(told, charge, cancel);
        }

        return true;
    }

    private async Task PaidAsync(Event told, Session session, CancellationToken cancel)
    {
        if (session.PaymentStatus != "paid" || !Guid.TryParse(session.ClientReferenceId, out var id) || session.AmountTotal is not (> 0 and <= int.MaxValue))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var payment = new Payment
        {
            PurchaseId = id,
            Kind = PaymentKind.Received,
            Cents = (int)session.AmountTotal.Value,
            Means = PaymentMeans.Card,
            ReceivedOn = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel)),
            ByName = "Stripe",
            ProviderReference = session.PaymentIntentId ?? session.Id,
        };
        var outcome = await take.RunAsync(payment, null, cancel, new CardNotice { Id = told.Id, Kind = told.Type, ReceivedAt = now });
        if (outcome is PaymentOutcome.MoreThanOwed or PaymentOutcome.NotOrdered)
        {
            // The money is at the provider's all the same: somebody must send it back.
            TooMuch(log, payment.ProviderReference, id);
            await TellDeskAsync(id, payment.Cents, now, cancel);
        }
    }

    /// <summary>The provider says how much of a payment has gone back in all: what of it was not counted yet, by a notice or by the desk, is counted now.</summary>
    private async Task RefundedAsync(Event told, Charge charge, CancellationToken cancel)
    {
        var reference = charge.PaymentIntentId ?? charge.Id;
        if (reference is null || charge.AmountRefunded is not (> 0 and <= int.MaxValue)
            || await db.Payments.AsNoTracking().FirstOrDefaultAsync(p => p.ProviderReference == reference && p.Kind == PaymentKind.Received, cancel) is not { } payment)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refund = new Payment
        {
            PurchaseId = payment.PurchaseId,
            Kind = PaymentKind.Refund,
            Cents = -(int)charge.AmountRefunded,
            Means = PaymentMeans.Card,
            ReceivedOn = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel)),
            ByName = "Stripe",
            GivesBackId = payment.Id,
            ProviderReference = $"{reference}:{charge.AmountRefunded}",
        };
        if (await take.RunAsync(refund, null, cancel, new CardNotice { Id = told.Id, Kind = told.Type, ReceivedAt = now }) == PaymentOutcome.MoreThanPaid)
        {
            TooMuchBack(log, reference, payment.PurchaseId);
        }
    }

    private async Task TellDeskAsync(Guid id, int cents, DateTime now, CancellationToken cancel)
    {
        if (await db.Purchases.AnyAsync(p => p.Id == id, cancel))
        {
            foreach (var (email, language) in await door.DeskAsync(cancel))
            {
                db.Owe(now, PurchaseMails.TooMuch, email, new PurchaseMail(id, language, cents));
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notice that says it is Stripe's was refused: {Why}")]
    private static partial void Refused(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe gave back more of {Payment} than purchase {Purchase} still holds: look at its refunds")]
    private static partial void TooMuchBack(ILogger log, string payment, Guid purchase);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe took {Payment} for purchase {Purchase}, which owes less or nothing: refund it")]
    private static partial void TooMuch(ILogger log, string payment, Guid purchase);
}
