using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Partners.Mails;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners;

/// <summary>What was brought to the partner is theirs to keep; ours goes.</summary>
public class ForgetLeads(GazetierDb db, TimeProvider clock) : IForget
{
    public string What => "Messages transmis aux partenaires";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().UtcDateTime.AddDays(-Lead.DaysKept);
        await db.OutgoingMails.Where(m => m.Kind == LeadLetters.Kind && m.ClosedAt < old).ExecuteDeleteAsync(cancel);
        return await db.Leads.Where(l => l.At < old).ExecuteDeleteAsync(cancel);
    }
}
