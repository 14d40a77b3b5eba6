using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>
/// Takes in one message of the bounce address. Only the signed address of a delivery (VERP) makes it count, and only against
/// that delivery's own reader: nobody can have another suppressed.
/// </summary>
public partial class ReceiveReturned(
    GazetierDb db, SecretKeys keys, NewspaperOptions options, ActOnBounce act, ActOnComplaint complain, TimeProvider clock, ILogger<ReceiveReturned> log)
{
    private const int Attempts = 3;

    /// <param name="envelope">Whom the message was handed over for, where the way in knows it.</param>
    public async Task<Receipt> RunAsync(ReadOnlyMemory<byte> message, string? envelope, CancellationToken cancel)
    {
        var returned = ReadReturned.Of(message.Span);
        if (returned.Bounces.Count == 0)
        {
            return Receipt.NoBounce;
        }

        if (await DeliveryAsync(returned, envelope, cancel) is not { Email.Length: > 0 } delivery)
        {
            NamesNothing(log);
            return Receipt.NamesNothing;
        }

        var bounce = returned.Bounces.FirstOrDefault(one => one.Recipient.Equals(delivery.Email, StringComparison.OrdinalIgnoreCase)) ?? returned.Bounces[0];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(token => RecordAsync(delivery, bounce, token), cancel) ? Receipt.Counted : Receipt.CountedBefore;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another way in, or another bounce of the same address, was a moment faster: the second look finds its rows.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Delivery?> DeliveryAsync(ReturnedMail returned, string? envelope, CancellationToken cancel)
    {
        var addresses = await BounceAddress.LoadAsync(keys, options, cancel);
        var named = returned.Addresses.Prepend(envelope ?? "").Select(addresses.Read).FirstOrDefault(id => id is not null);
        return named is { } id ? await db.Deliveries.AsNoTracking().Include(d => d.Issue).FirstOrDefaultAsync(d => d.Id == id, cancel) : null;
    }

    private async Task<bool> RecordAsync(Delivery delivery, Bounce bounce, CancellationToken cancel)
    {
        if (await db.RecordedBounces.AnyAsync(b => b.DeliveryId == delivery.Id && b.Kind == bounce.Kind, cancel))
        {
            return false;
        }

        var made = new RecordedBounce
        {
            DeliveryId = delivery.Id,
            Kind = bounce.Kind,
            At = clock.GetUtcNow().UtcDateTime,
            Email = delivery.Email,
            Domain = PostingAlertQueries.DomainOf(delivery.Email),
            List = delivery.Issue.List,
            Status = bounce.Status,
            Diagnostic = bounce.Diagnostic,
        };
        db.RecordedBounces.Add(made);
        await db.SaveChangesAsync(cancel);
        await (bounce.Kind == BounceKind.Complaint ? complain.RunAsync(made, delivery.AccountId, cancel) : act.RunAsync(made, cancel));
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A bounce names no delivery of ours; it is passed over")]
    private static partial void NamesNothing(ILogger log);
}

/// <summary>What became of a message.</summary>
public enum Receipt
{
    NoBounce,

    /// <summary>No delivery of ours, or one whose account is gone.</summary>
    NamesNothing,

    Counted,
    CountedBefore,
}
