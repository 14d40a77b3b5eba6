using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Erases requests whose link has ended, or whose mail never left (E-03).</summary>
public class ForgetSignupRequests(GazetierDb db, TimeProvider clock) : IForget
{
    public string What => "Demandes de lettres restées sans suite";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waited = now - SignupRequest.LongestWait;
        return db.SignupRequests.Where(r => r.ExpiresAt < now || (r.ExpiresAt == null && r.CreatedAt < waited)).ExecuteDeleteAsync(cancel);
    }
}
