using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

/// <summary>The rules and the newspaper's clock, as this node knows them: asked on each request, read again when they change.</summary>
public sealed class KnownRules(IServiceScopeFactory scopes) : IFollowChanges
{
    /// <summary>Of the change log: the rules, or the newspaper's time zone, may have changed.</summary>
    public const string Tag = "access-rules";

    private static readonly Known Nothing = new(new AccessRules(), TimeZoneInfo.Utc);
    private readonly UntilChanged<Known> _known = new(scopes, ReadAsync, Nothing);

    /// <summary>While the database is away: what was known last, or that nothing is given away.</summary>
    public ValueTask<Known> GetAsync(CancellationToken cancel) => _known.GetAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags.Split(' ').Any(tag => tag is Tag or Masthead.Tag or ChangeLog.Everything)))
        {
            _known.Forget();
        }

        return Task.CompletedTask;
    }

    private static async Task<Known> ReadAsync(GazetierDb db, CancellationToken cancel)
    {
        var rules = await db.AccessRules.AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) ?? new AccessRules();
        var zone = await db.Imprint.OrderBy(i => i.Id).Select(i => i.TimeZone).FirstOrDefaultAsync(cancel) ?? "Europe/Paris";
        return new Known(rules, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    /// <param name="Zone">Months begin on the newspaper's clock.</param>
    public sealed record Known(AccessRules Rules, TimeZoneInfo Zone)
    {
        /// <summary>The month (202611) that gifts and free articles are counted in at <paramref name="now"/> (UTC).</summary>
        public int MonthOf(DateTime now) => MonthOf(LocalMoment.DayOf(now, Zone));

        private static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;
    }
}
