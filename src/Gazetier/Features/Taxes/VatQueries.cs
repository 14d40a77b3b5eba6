using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Taxes;

public static class VatQueries
{
    /// <summary>The whole table: some dozens of rows.</summary>
    public static async Task<VatTable> VatTableAsync(this GazetierDb db, CancellationToken cancel) =>
        new(await db.VatRates.AsNoTracking().ToListAsync(cancel));
}
