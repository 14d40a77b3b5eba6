using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Search;

/// <summary>The newsroom's synonyms, in memory on each node; read again when they were changed.</summary>
public sealed class KnownSynonyms(IServiceScopeFactory scopes) : IFollowChanges
{
    private static readonly Lazy<string> OfProgram = new(() =>
    {
        using var stream = typeof(KnownSynonyms).Assembly.GetManifestResourceStream("Gazetier.synonyms.txt")!;
        return new StreamReader(stream).ReadToEnd();
    });

    private readonly UntilChanged<Synonyms> _known = new(scopes, ReadAsync);

    /// <summary>What holds while the newsroom has written none.</summary>
    public static string Brought => OfProgram.Value;

    public ValueTask<Synonyms> AllAsync(CancellationToken cancel) => _known.GetAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags is SynonymList.Tag or ChangeLog.Everything))
        {
            _known.Forget();
        }

        return Task.CompletedTask;
    }

    private static async Task<Synonyms> ReadAsync(GazetierDb db, CancellationToken cancel)
    {
        var written = await db.SynonymLists.AsNoTracking().OrderBy(l => l.Id).FirstOrDefaultAsync(cancel);
        return new Synonyms((written?.Lines ?? Brought).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
