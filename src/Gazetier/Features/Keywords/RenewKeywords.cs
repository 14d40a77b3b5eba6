using Gazetier.Data;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>
/// Reads the searches that readers follow anew when the newsroom changed which words say the same: a word that has another beside it now
/// need not stand in an article itself.
/// </summary>
public class RenewKeywords(GazetierDb db)
{
    /// <summary>In the transaction that is open, and saved with it.</summary>
    public async Task RunAsync(Synonyms synonyms, CancellationToken cancel)
    {
        foreach (var search in await db.Keywords.Where(k => k.Search != null).ToListAsync(cancel))
        {
            search.Key = Keyword.Of(QuestionAddress.Read(search.Search!, synonyms))?.Key ?? 0;
        }
    }
}
