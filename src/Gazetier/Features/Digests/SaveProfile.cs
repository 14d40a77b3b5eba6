using Gazetier.Data;
using Gazetier.Features.Consents;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Keeps what a reader chose in Ma Gazette: what they follow and when their edition leaves, all or nothing.</summary>
public class SaveProfile(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <summary>Where it is chosen.</summary>
    private const string Origin = "/mon-compte/ma-gazette";

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

                Prove(accountId, rhythm, frequency, now, isNew: db.Entry(rhythm).State == EntityState.Added);
                rhythm.Choose(frequency, hour, day, now, zone);
                var before = await db.Follows.Where(f => f.AccountId == accountId).ToListAsync(token);
                db.Follows.RemoveRange(before.Where(f => !follows.Contains(new Subject(f.Kind, f.SubjectId))));
                db.Follows.AddRange(follows.Distinct().Except(before.Select(f => new Subject(f.Kind, f.SubjectId)))
                    .Select(s => new Follow { AccountId = accountId, Kind = s.Kind, SubjectId = s.Id, CreatedAt = now }));
            },
            cancel);
    }

    /// <summary>Who begins or ends their edition says yes or no to it (L-52); another hour changes nothing of that.</summary>
    private void Prove(Guid accountId, DigestRhythm rhythm, Frequency chosen, DateTime now, bool isNew)
    {
        var (was, isOn) = (!isNew && rhythm.Frequency != Frequency.Never, chosen != Frequency.Never);
        if (was != isOn)
        {
            if (was)
            {
                rhythm.LeftFrom = rhythm.Frequency;
            }

            db.Consent(accountId, Digest.List, isOn, $"Ma Gazette : {Said(chosen)}", Origin, now);
        }
    }

    /// <summary>As the form says it.</summary>
    private static string Said(Frequency frequency) => frequency switch
    {
        Frequency.EachMorning => "chaque matin",
        Frequency.Weekly => "une fois par semaine",
        _ => "jamais par e-mail, seulement sur le site",
    };
}
