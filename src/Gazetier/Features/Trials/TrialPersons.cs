using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.Trials;

/// <summary>What is kept of who has tried something: a keyed hash of their address (see <see cref="TrialTaken"/>).</summary>
public class TrialPersons(SecretKeys keys)
{
    private const string KeyName = "trials";

    public async Task<string> OfAsync(Account account, CancellationToken cancel) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await keys.GetAsync(KeyName, cancel), Encoding.UTF8.GetBytes(account.Email!.ToUpperInvariant())));
}
