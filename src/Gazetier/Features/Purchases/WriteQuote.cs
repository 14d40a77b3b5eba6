using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Writes a quote for a purchase that was begun (F-02). Asked again, it is the one that is there; for another name or address it is written
/// anew, and holds no longer than the first.
/// </summary>
public class WriteQuote(GazetierDb db, MakeQuote quotes, Masthead masthead, TimeProvider clock)
{
    /// <param name="purchase">With its offer.</param>
    /// <returns>Null: no rate of tax is known for this address.</returns>
    public async Task<WrittenQuote?> RunAsync(Purchase purchase, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var answer = await quotes.OfAsync(purchase, cancel);
        if (answer.Quote is not { } quote || answer.Bound?.Recipient == WrittenQuote.RecipientOf(purchase.Billing))
        {
            return answer.Bound;
        }

        var zone = await masthead.ZoneAsync(cancel);
        var last = LocalMoment.DayOf(now, zone).AddDays(WrittenQuote.ValidDays + 1);
        var written = WrittenQuote.Of(purchase, quote, now, answer.Bound?.ValidUntil ?? LocalMoment.StartOf(last, zone));
        db.WrittenQuotes.Add(written);
        await db.SaveChangesAsync(cancel);
        return written;
    }
}
