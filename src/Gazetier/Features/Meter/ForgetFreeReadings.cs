using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Meter;

/// <summary>What was read for free is nobody's business once the month is over.</summary>
public class ForgetFreeReadings(GazetierDb db, Masthead masthead) : IForget
{
    public string What => "Articles lus gratuitement avant ce mois-ci";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = await masthead.NowAsync(cancel);
        var month = (today.Year * 100) + today.Month;
        return await db.FreeReadings.Where(r => r.Month < month).ExecuteDeleteAsync(cancel);
    }
}
