using Gazetier.Data;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Keeps what a reader chose in Ma Gazette: what they follow and when their edition leaves, all or nothing.</summary>
public class SaveProfile(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <param name="follows">Replaces what was followed.</param>
    /// <param name="hour">In the newspaper's time zone.</param>
    public async Task RunAsync(
        Guid accountId,
        IReadOnlyCollection<Subject> follows,
        Frequency frequency,
        int hour,
        DayOfWeek day,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var zone = await masthead.ZoneAsync(cancel);
        await db.InTransactionAsync(
            async token =>
            {
                var rhythm = await db.DigestRhythms.FirstOrDefaultAsync(r => r.AccountId == accountId, token);
                if (rhythm is null)
                {
                    rhythm = new DigestRhythm { AccountId = accountId };
                    db.DigestRhythms.Add(rhythm);
                }

                rhythm.Choose(frequency, hour, day, now, zone);
                var before = await db.Follows.Where(f => f.AccountId == accountId).ToListAsync(token);
                db.Follows.RemoveRange(before.Where(f => !follows.Contains(new Subject(f.Kind, f.SubjectId))));
                db.Follows.AddRange(follows.Distinct().Except(before.Select(f => new Subject(f.Kind, f.SubjectId)))
                    .Select(s => new Follow { AccountId = accountId, Kind = s.Kind, SubjectId = s.Id, CreatedAt = now }));
            },
            cancel);
    }
}
