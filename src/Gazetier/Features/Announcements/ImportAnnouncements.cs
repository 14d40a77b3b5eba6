using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Places;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Takes announcements from a table or a feed. A second run adds nothing; what its origin changed is changed; nothing is ever taken
/// off, and what the newsroom wrote or withdrew stays as long as the origin says the same.
/// </summary>
public class ImportAnnouncements(GazetierDb db, OpenPlaces places, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>The lines, those marked that the newspaper has already.</summary>
    public async Task<IReadOnlyList<AnnouncementLine>> CheckAsync(string origin, IReadOnlyList<AnnouncementLine> lines, CancellationToken cancel)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in lines.Where(line => line.IsGood).Select(line => line.Announcement!.ExternalReference!).Chunk(Batch))
        {
            foreach (var one in await db.Announcements.AsNoTracking().Where(a => a.Origin == origin && some.Contains(a.ExternalReference)).Select(a => new { a.ExternalReference, a.Fingerprint }).ToListAsync(cancel))
            {
                known[one.ExternalReference!] = one.Fingerprint;
            }
        }

        return [.. lines.Select(line => line.IsGood && known.TryGetValue(line.Announcement!.ExternalReference!, out var print)
            ? line with { Fault = print == line.Announcement.Fingerprint ? AnnouncementFault.Known : AnnouncementFault.Changed }
            : line)];
    }

    /// <param name="staff">Null: nobody, a feed is read by itself.</param>
    public async Task<ImportedAnnouncements> RunAsync(string origin, IReadOnlyList<AnnouncementLine> lines, SignedIn? staff, CancellationToken cancel)
    {
        await places.RunAsync([.. lines.Where(line => line.IsGood).Select(line => line.Announcement!.PlaceId).OfType<Guid>().Distinct()], cancel);
        db.ChangeTracker.Clear();
        if (staff is null && !(await CheckAsync(origin, lines, cancel)).Any(line => line.IsGood))
        {
            return default;
        }

        return await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                // Twice the same at once: the second looks again, behind the first.
                db.Append(now, "announcement.imported", AnnouncementQueries.Tag);
                await db.SaveChangesAsync(token);
                var good = (await CheckAsync(origin, lines, token)).Where(line => line.IsGood).ToList();
                foreach (var some in good.Chunk(Batch))
                {
                    await WriteAsync(origin, some, now, token);
                }

                var done = new ImportedAnnouncements(good.Count(line => line.Fault == AnnouncementFault.None), good.Count(line => line.Fault == AnnouncementFault.Changed));
                if (staff is not null)
                {
                    db.Record(now, staff, "announcement.imported", detail: FormattableString.Invariant($"{done.Added} + {done.Changed}"));
                }

                return done;
            },
            cancel);
    }

    private async Task WriteAsync(string origin, AnnouncementLine[] lines, DateTime now, CancellationToken cancel)
    {
        var references = lines.Where(line => line.Fault == AnnouncementFault.Changed).Select(line => line.Announcement!.ExternalReference!).ToArray();
        var known = references.Length == 0 ? [] : await db.Announcements.Where(a => a.Origin == origin && references.Contains(a.ExternalReference)).ToDictionaryAsync(a => a.ExternalReference!, StringComparer.Ordinal, cancel);
        foreach (var line in lines)
        {
            if (known.TryGetValue(line.Announcement!.ExternalReference!, out var before))
            {
                before.Copy(line.Announcement, line.HasDeadline);
                before.ChangedAt = now;
            }
            else
            {
                (line.Announcement.Origin, line.Announcement.PublishedAt, line.Announcement.ChangedAt) = (origin, now, now);
                db.Announcements.Add(line.Announcement);
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}

/// <summary>How many were new, and how many changed.</summary>
public readonly record struct ImportedAnnouncements(int Added, int Changed);
