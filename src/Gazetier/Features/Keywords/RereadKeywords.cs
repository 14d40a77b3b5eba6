using System.Text.RegularExpressions;
using Gazetier.Data;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>
/// Keywords are kept as the terms that they were read as (<see cref="Text.FrenchTerms"/>). Since a number is one term with and without its "n°",
/// those that were read before find nothing any more: they are read again from what their readers wrote. Done as often as one likes, by
/// several nodes at a time, it comes to the same.
/// </summary>
public partial class RereadKeywords(GazetierDb db, MatchKeywords keywords, KnownSynonyms synonyms)
{
    /// <returns>Keywords that changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel) => await PhrasesAsync(cancel) + await SearchesAsync(await synonyms.AllAsync(cancel), cancel);

    /// <summary>Who wrote what is another phrase now follows that one; it is looked for in what appeared lately like any new one.</summary>
    private async Task<int> PhrasesAsync(CancellationToken cancel)
    {
        var old = new List<(Guid Id, string Terms)>();
        await foreach (var keyword in db.Keywords.AsNoTracking().Where(k => k.Search == null).Select(k => new { k.Id, k.Terms }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (WasNumbers.IsMatch(keyword.Terms))
            {
                old.Add((keyword.Id, keyword.Terms));
            }
        }

        var changed = 0;
        foreach (var (id, terms) in old)
        {
            var labels = await db.Follows.Where(f => f.SubjectId == id && f.Label != null).Select(f => f.Label!).Distinct().ToListAsync(cancel);
            foreach (var label in labels.Where(label => Keyword.Read(label) is { } read && read.Terms != terms))
            {
                changed += await MoveAsync(id, label, (await keywords.OpenAsync(label, cancel))!.Id, cancel);
            }

            await MatchKeywords.ForgetAsync(db, [id], cancel);
        }

        return changed;
    }

    private async Task<int> MoveAsync(Guid from, string label, Guid into, CancellationToken cancel) => await db.InTransactionAsync(
        async token =>
        {
            var follows = db.Follows.Where(f => f.SubjectId == from && f.Label == label);
            await follows.Where(f => db.Follows.Any(other => other.AccountId == f.AccountId && other.SubjectId == into)).ExecuteDeleteAsync(token);
            return await follows.ExecuteUpdateAsync(f => f.SetProperty(x => x.SubjectId, into), token) > 0 ? 1 : 0;
        },
        cancel);

    /// <summary>
    /// A search keeps its words; what an article finds it by may be another number: where the terms are read anew, and where the newsroom
    /// changed which words say the same, for a word that has another beside it need not stand in an article itself.
    /// </summary>
    public async Task<int> SearchesAsync(Synonyms same, CancellationToken cancel)
    {
        var changed = new List<(Guid Id, long Key)>();
        await foreach (var keyword in db.Keywords.AsNoTracking().Where(k => k.Search != null).Select(k => new { k.Id, k.Key, k.Search }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Keyword.Of(QuestionAddress.Read(keyword.Search!, same)) is { } read && read.Key != keyword.Key)
            {
                changed.Add((keyword.Id, read.Key));
            }
        }

        foreach (var (id, key) in changed)
        {
            // Looked for once more in what appeared lately: what it missed until now is found.
            await db.Keywords.Where(k => k.Id == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.Key, key).SetProperty(x => x.FoundAt, (DateTime?)null), cancel);
        }

        return changed.Count;
    }

    /// <summary>"n467890", or numbers beside each other.</summary>
    [GeneratedRegex(@"(^| )(n\d|\d\S* \d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WasNumbers { get; }
}
