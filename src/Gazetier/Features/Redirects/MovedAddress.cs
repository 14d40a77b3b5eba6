using Gazetier.Data;
using Gazetier.Features.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Redirects;

/// <summary>A page that has feeds gets another address: the old one, and its feeds, go on answering with 301.</summary>
public static class MovedAddress
{
    /// <summary>Within the transaction of the move itself.</summary>
    /// <param name="from">"/themes/eau/".</param>
    /// <param name="to">"/themes/l-eau/".</param>
    public static async Task MoveAddressAsync(this GazetierDb db, string from, string to, CancellationToken cancel)
    {
        foreach (var suffix in FeedFormat.All.Select(format => format.Suffix).Prepend(""))
        {
            var (old, present) = (from + suffix, to + suffix);
            // Nobody is sent twice, and what is alive again is sent nowhere.
            await db.Redirects.Where(r => r.Target == old).ExecuteUpdateAsync(r => r.SetProperty(x => x.Target, present), cancel);
            await db.Redirects.Where(r => r.Path == present || r.Path == old).ExecuteDeleteAsync(cancel);
            db.Redirects.Add(new Redirect { Path = old, Target = present });
        }
    }
}
