using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// The codes that the demonstration's accounts ask for now: for the page that shows the kept mails, on this machine only. Nobody
/// has a phone with them in it.
/// </summary>
public class ShownCodes(GazetierDb db, Seal seal, TimeProvider clock)
{
    public async Task<IReadOnlyList<ShownCode>> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var shown = await db.Authenticators.AsNoTracking().Where(a => a.IsDemonstration)
            .Join(db.Accounts, a => a.AccountId, a => a.Id, (authenticator, account) => new { authenticator, account.Email, account.Id })
            .OrderBy(one => one.Id).ToListAsync(cancel);
        var codes = new List<ShownCode>();
        foreach (var one in shown)
        {
            if (await seal.OpenAsync(one.authenticator.ClosedSecret, Authenticator.Purpose(one.Id), cancel) is { } secret)
            {
                // What was used is not taken again: the next one is, a moment before its time.
                var step = Math.Max(TimeCode.StepAt(now), one.authenticator.LastStep + 1);
                codes.Add(new ShownCode(one.Email!, TimeCode.At(SecretLetters.Bytes(secret), step), TimeCode.SecondsLeft(step, now)));
            }
        }

        return codes;
    }
}

/// <param name="Code">Six digits.</param>
/// <param name="Seconds">How long it works.</param>
public sealed record ShownCode(string Email, string Code, int Seconds);
