using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Words of announcements that were kept when a number with "n°" was another term than without it
/// ("n467890", now "467890") are read again.
/// </summary>
public sealed class RereadAnnouncements(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RereadAnnouncements> log) : AfterStart(scopes, clock, log)
{
    /// <returns>Announcements that changed.</returns>
    public static async Task<int> RunAsync(GazetierDb db, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var digit in "0123456789")
        {
            var old = " n" + digit;
            foreach (var announcement in await db.Announcements.AsNoTracking().Where(a => a.Terms.Contains(old)).ToListAsync(cancel))
            {
                var before = announcement.Terms;
                announcement.Index();
                changed += announcement.Terms == before ? 0 : await db.Announcements.Where(a => a.Id == announcement.Id && a.Version == announcement.Version)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.Terms, announcement.Terms), cancel);
            }
        }

        return changed;
    }

    protected override Task RunAsync(IServiceProvider services, CancellationToken cancel) => RunAsync(services.GetRequiredService<GazetierDb>(), cancel);
}
