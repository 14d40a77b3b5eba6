using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners;

/// <summary>
/// The insertions that are on, or will be, as each node holds them in memory: what stands under every page must cost no query. Several that
/// may stand in one place share the pages among them, by the page's address: a kept page always shows the same.
/// </summary>
public sealed class OpenSlots(IServiceScopeFactory scopes, PageCache pages, TimeProvider clock) : IFollowChanges
{
    /// <summary>Of every page that has a place for one.</summary>
    public const string Tag = "partners";

    private const int Most = 500;

    private IReadOnlyList<Insertion>? _held;

    /// <summary>What stands in a place of a page; null: nothing.</summary>
    /// <param name="sections">Those that the page lies in.</param>
    /// <param name="path">The page's address.</param>
    /// <param name="tags">Told until when the answer holds.</param>
    public async ValueTask<Insertion?> OfAsync(SlotPlace place, IReadOnlyCollection<Guid> sections, string path, PageTags tags, CancellationToken cancel)
    {
        tags.Add(Tag);
        var now = clock.GetUtcNow().UtcDateTime;
        var fitting = (await AllAsync(cancel)).Where(i => i.Place == place && i.Until > now && (i.SectionId is not { } section || sections.Contains(section))).ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        tags.ExpireAt(fitting.Min(i => i.From > now ? i.From : i.Until));
        var open = fitting.Where(i => i.IsOpen(now)).ToList();
        return open.Count == 0 ? null : open[Share(path, open.Count)];
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags.Split(' ').Any(tag => tag is Tag or ChangeLog.Everything)))
        {
            // Pages that were made in between still show what was: they go after the list.
            _held = null;
            pages.Drop([Tag]);
        }

        return Task.CompletedTask;
    }

    /// <summary>The same on all nodes and after each start, unlike the framework's own hash.</summary>
    internal static int Share(string path, int among) => (int)(path.Aggregate(17u, (sum, letter) => unchecked((sum * 31) + letter)) % (uint)among);

    private async ValueTask<IReadOnlyList<Insertion>> AllAsync(CancellationToken cancel)
    {
        if (_held is { } held)
        {
            return held;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow().UtcDateTime;
            return _held = await scope.ServiceProvider.GetRequiredService<GazetierDb>().Insertions.AsNoTracking()
                .Where(i => i.WithdrawnAt == null && i.Until > now).OrderBy(i => i.Number).Take(Most).ToListAsync(cancel);
        }
        catch (Exception error) when (DatabaseAway.IsCauseOf(error))
        {
            return [];
        }
    }
}
