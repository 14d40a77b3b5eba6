using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>What a reader was told of is known for as long as it could be told again.</summary>
public class ForgetTold(GazetierDb db, TimeProvider clock) : IForget
{
    /// <summary>Twice as long as <see cref="TellAnnouncements"/> looks back.</summary>
    public static readonly TimeSpan Kept = 2 * TellAnnouncements.LooksBack;

    public string What => "Annonces signalées depuis longtemps";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().UtcDateTime - Kept;
        return db.AnnouncementsTold.Where(t => t.At < old).ExecuteDeleteAsync(cancel);
    }
}
