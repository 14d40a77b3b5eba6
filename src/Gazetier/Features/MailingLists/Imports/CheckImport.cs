using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>
/// Takes in a table of addresses with its proof, and says of each line what would become of it; nobody is added. The same table for
/// the same list is the import that is there already.
/// </summary>
public class CheckImport(GazetierDb db, JudgeLines judge, Masthead masthead, TimeProvider clock)
{
    /// <param name="made">With its proof; not saved yet.</param>
    /// <returns>Null: the table holds no line, or more than <see cref="ListImport.MostLines"/>.</returns>
    public async Task<Guid?> RunAsync(ListImport made, string table, CancellationToken cancel)
    {
        made.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(table)));
        if (await FindAsync(made, cancel) is { } known)
        {
            return known;
        }

        var lines = new ConsentTable(await masthead.ZoneAsync(cancel), clock.GetUtcNow().UtcDateTime).Read(table).ToList();
        if (lines.Count is 0 or > ListImport.MostLines)
        {
            return null;
        }

        foreach (var some in lines.Chunk(JudgeLines.Batch))
        {
            await judge.RunAsync(made.List, some, cancel);
        }

        lines.ForEach(line => line.ImportId = made.Id);
        made.Lines = lines.Count;
        try
        {
            await db.InTransactionAsync(token => WriteAsync(made, lines, token), cancel);
            return made.Id;
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at once.
            db.ChangeTracker.Clear();
            return await FindAsync(made, cancel) ?? throw new InvalidOperationException($"No import of {made.Name}.");
        }
    }

    private async Task WriteAsync(ListImport made, List<ListImportLine> lines, CancellationToken cancel)
    {
        db.ListImports.Add(made);
        await db.SaveChangesAsync(cancel);
        await using var bulk = Bulk.Of<ListImportLine>(db);
        bulk.Add(lines);
        await bulk.WriteAsync(cancel);
    }

    private Task<Guid?> FindAsync(ListImport made, CancellationToken cancel) =>
        db.ListImports.Where(i => i.List == made.List && i.Fingerprint == made.Fingerprint).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel);
}
