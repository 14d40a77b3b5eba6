using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures;

/// <summary>Erases figures after 25 months, as the CNIL asks (L-51).</summary>
public class ForgetOldCounts(GazetierDb db, Masthead masthead) : IForget
{
    public const int Months = 25;

    public string What => "Chiffres de plus de vingt-cinq mois";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var oldest = DateOnly.FromDateTime(await masthead.NowAsync(cancel)).AddMonths(-Months);
        return await db.InTransactionAsync(token => db.ReadCounts.Where(c => c.Day < oldest).ExecuteDeleteAsync(token), cancel);
    }
}
