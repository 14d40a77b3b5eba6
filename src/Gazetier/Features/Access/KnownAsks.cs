using System.Collections.Concurrent;
using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Products;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

/// <summary>What articles ask of their readers, as this node knows it: for what must be decided before the page is looked up.</summary>
public sealed class KnownAsks(IServiceScopeFactory scopes) : IFollowChanges
{
    private const int AtMost = 100_000;
    private const string OfArticle = "article:";
    private readonly ConcurrentDictionary<long, Terms> _known = new();
    private long _changes;

    /// <returns>Null: there is no such article, or it is not out.</returns>
    public async ValueTask<Asked?> OfAsync(long article, DateTime now, CancellationToken cancel)
    {
        if (!_known.TryGetValue(article, out var terms))
        {
            terms = await ReadAsync(article, cancel);
        }

        return terms.PublishedAt <= now ? new Asked(terms.Access.At(terms.OpenUntil, terms.FreeAt, now), terms.AnyOf, article) : null;
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Interlocked.Increment(ref _changes);
        foreach (var tag in changes.SelectMany(change => change.Tags.Split(' ')))
        {
            if (tag == ChangeLog.Everything)
            {
                _known.Clear();
            }
            else if (tag.StartsWith(OfArticle, StringComparison.Ordinal) && long.TryParse(tag.AsSpan(OfArticle.Length), CultureInfo.InvariantCulture, out var article))
            {
                _known.TryRemove(article, out _);
            }
        }

        return Task.CompletedTask;
    }

    private async Task<Terms> ReadAsync(long article, CancellationToken cancel)
    {
        var begun = Interlocked.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var terms = await scope.ServiceProvider.GetRequiredService<GazetierDb>().Articles
            .Where(a => a.Id == article && a.Status == Articles.ArticleStatus.Published)
            .Select(a => new Terms(a.PublishedAt, a.Access, a.AnyOf, a.OpenUntil, a.FreeAt))
            .FirstOrDefaultAsync(cancel);
        // What changed meanwhile is read again; what does not exist is not remembered, or inventions would fill the memory.
        if (terms.PublishedAt is not null && begun == Interlocked.Read(ref _changes) && _known.Count < AtMost)
        {
            _known[article] = terms;
        }

        return terms;
    }

    private readonly record struct Terms(DateTime? PublishedAt, Requirement Access, ProductSet AnyOf, DateTime? OpenUntil, DateTime? FreeAt);
}
