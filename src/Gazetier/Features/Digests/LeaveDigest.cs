using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Takes a reader off the digest at once. Twice is as good as once.</summary>
public class LeaveDigest(GazetierDb db)
{
    /// <summary>Returns how often the edition was posted until now; null when the reader has none.</summary>
    public Task<Frequency?> RunAsync(Guid accountId, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var rhythm = await db.DigestRhythms.FirstOrDefaultAsync(r => r.AccountId == accountId, token);
            var before = rhythm?.Frequency;
            if (rhythm is not null && before != Frequency.Never)
            {
                (rhythm.LeftFrom, rhythm.Frequency, rhythm.NextDueAt) = (before, Frequency.Never, null);
            }

            return before;
        },
        cancel);
}
