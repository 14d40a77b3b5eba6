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

    private Synonyms? _known;

    /// <summary>What holds while the newsroom has written none.</summary>
    public static string Brought => OfProgram.Value;

    public async ValueTask<Synonyms> AllAsync(CancellationToken cancel) => _known ??= await ReadAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags is SynonymList.Tag or ChangeLog.Everything))
        {
            _known = null;
        }

        return Task.CompletedTask;
    }

    private async Task<Synonyms> ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<GazetierDb>().SynonymLists.AsNoTracking().OrderBy(l => l.Id).FirstOrDefaultAsync(cancel);
        return new Synonyms((written?.Lines ?? Brought).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
