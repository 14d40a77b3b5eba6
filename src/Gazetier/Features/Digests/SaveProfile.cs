using Gazetier.Data;
using Gazetier.Features.Consents;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Keeps what a reader chose in Ma Gazette: what they follow and when their edition leaves, all or nothing.</summary>
public class SaveProfile(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <summary>Where it is chosen.</summary>
    private const string Origin = "/mon-compte/ma-gazette";

    /// <param name="follows">Replaces what was followed.</param>
    public async Task RunAsync(Guid accountId, IReadOnlyCollection<Followed> follows, DigestChoice choice, CancellationToken cancel)
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

                Prove(accountId, rhythm, choice.Frequency, now, isNew: db.Entry(rhythm).State == EntityState.Added);
                rhythm.Choose(choice.Frequency, choice.Hour, choice.Day, choice.Days, now, zone);
                await ReplaceAsync(accountId, follows, now, token);
            },
            cancel);
    }

    private async Task ReplaceAsync(Guid accountId, IReadOnlyCollection<Followed> follows, DateTime now, CancellationToken cancel)
    {
        var before = await db.Follows.Where(f => f.AccountId == accountId).ToDictionaryAsync(f => new Subject(f.Kind, f.SubjectId), cancel);
        var hadAlerts = before.Values.Any(f => f.Rhythm == FollowRhythm.AtOnce);
        foreach (var follow in follows.DistinctBy(f => f.Subject))
        {
            if (before.Remove(follow.Subject, out var known))
            {
                known.Rhythm = follow.Rhythm;
            }
            else
            {
                db.Follows.Add(new Follow
                {
                    AccountId = accountId,
                    Kind = follow.Subject.Kind,
                    SubjectId = follow.Subject.Id,
                    Rhythm = follow.Rhythm,
                    Label = follow.Label,
                    CreatedAt = now,
                });
            }
        }

        ProveAlerts(accountId, hadAlerts, follows.Any(f => f.Rhythm == FollowRhythm.AtOnce), now);
        db.Follows.RemoveRange(before.Values);
        await db.SaveChangesAsync(cancel);
        await MatchKeywords.ForgetAsync(db, [.. before.Keys.Where(subject => subject.Kind == FollowKind.Keyword).Select(subject => subject.Id)], cancel);
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

    /// <summary>The first thing that is followed at once is a yes to alerts, the last that no longer is a no.</summary>
    private void ProveAlerts(Guid accountId, bool had, bool has, DateTime now)
    {
        if (had != has)
        {
            db.Consent(accountId, Delivery.Alerts, has, has ? "tout de suite, par une alerte" : "plus rien tout de suite", Origin, now);
        }
    }

    /// <summary>As the form says it.</summary>
    private static string Said(Frequency frequency) => frequency switch
    {
        Frequency.EachMorning => "le matin, les jours choisis",
        Frequency.Weekly => "une fois par semaine",
        _ => "jamais par e-mail, seulement sur le site",
    };
}

/// <summary>When a reader's edition is to leave.</summary>
/// <param name="Hour">In the newspaper's time zone.</param>
/// <param name="Day">Of a weekly edition, and of what is followed weekly.</param>
/// <param name="Days">Of an edition of each morning.</param>
public sealed record DigestChoice(Frequency Frequency, int Hour, DayOfWeek Day, Days Days);
