using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Erases the lines of imports that are long done. The import itself, its proof and the consents stay.</summary>
public class ForgetImportLines(GazetierDb db, TimeProvider clock) : IForget
{
    public string What => "Lignes de listes reprises d’un autre outil";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - ListImport.KeepsLines;
        return db.ListImportLines.Where(l => db.ListImports.Any(i => i.Id == l.ImportId && i.CreatedAt < before && (i.AppliedAt == null || i.AppliedAt < before) && i.State != ImportState.Applying))
            .ExecuteDeleteAsync(cancel);
    }
}
