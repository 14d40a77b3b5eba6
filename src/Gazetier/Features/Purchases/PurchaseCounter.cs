using System.Globalization;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Numbers purchases without a gap, a year at a time. A row and no sequence of the database: a purchase that is rolled back gives its
/// number back (F-40). Whoever takes a number holds the row until the end of the transaction.
/// </summary>
public class PurchaseCounter
{
    public int Year { get; set; }

    /// <summary>The last number that was given.</summary>
    public int Last { get; set; }
}

public static class PurchaseNumbers
{
    /// <summary>"C-2026-00012". Inside the transaction that orders.</summary>
    /// <param name="year">On the newspaper's calendar.</param>
    public static async Task<string> NextNumberAsync(this GazetierDb db, int year, CancellationToken cancel)
    {
        var numbers = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO "PurchaseCounters" ("Year", "Last") VALUES ({year}, 1)
             ON CONFLICT ("Year") DO UPDATE SET "Last" = "PurchaseCounters"."Last" + 1 RETURNING "Last" AS "Value"
             """).ToListAsync(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"C-{year}-{numbers[0]:00000}");
    }
}
