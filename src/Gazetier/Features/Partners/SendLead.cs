using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Partners.Mails;
using Gazetier.Mail;

namespace Gazetier.Features.Partners;

/// <summary>Keeps what a reader wrote to a partner, and owes the partner the one mail that brings it.</summary>
public class SendLead(GazetierDb db, RequestLimits limits, TimeProvider clock)
{
    /// <returns>False: too many from this network.</returns>
    public async Task<bool> RunAsync(Lead lead, Insertion insertion, string network, CancellationToken cancel)
    {
        if (!limits.MayWriteToPartner(network))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (lead.At, lead.InsertionNumber) = (now, insertion.Number);
        db.Add(lead);
        db.Owe(now, LeadLetters.Kind, insertion.LeadEmail, new LeadMail(lead.Id));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
