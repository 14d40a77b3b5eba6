using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>A question to a passkey or to an identity provider that was answered: the same answer does not sign in twice.</summary>
public class SpentChallenge
{
    public required string Hash { get; set; }

    /// <summary>UTC; later nobody could send it again anyway.</summary>
    public DateTime ExpiresAt { get; set; }
}

public static class SpentChallenges
{
    /// <summary>Writes down that the answer to <paramref name="challenge"/> was taken; false: somebody was there before.</summary>
    /// <param name="until">UTC; when the question is too old to be answered.</param>
    public static async Task<bool> SpendAsync(this GazetierDb db, string challenge, DateTime until, CancellationToken cancel)
    {
        var spent = new SpentChallenge { Hash = SessionCookie.Hash(challenge), ExpiresAt = until };
        db.Add(spent);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            db.Entry(spent).State = EntityState.Detached;
            return false;
        }
    }
}
