using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Bounces.Mails;
using Gazetier.Features.Deliveries;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>Keeps an alert about the posting and writes to the administrators, within the transaction of the caller.</summary>
public class TellOperators(GazetierDb db)
{
    public async Task RunAsync(PostingAlert alert, CancellationToken cancel)
    {
        db.PostingAlerts.Add(alert);
        foreach (var told in await db.Accounts.AsNoTracking().Where(a => a.Role == StaffRole.Administrator && a.Email != null).Select(a => new { a.Email, a.Language }).ToListAsync(cancel))
        {
            db.Owe(alert.Since, AlertLetters.Alert, told.Email!, new AlertMail(alert.Id, told.Language));
        }
    }
}
