using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Finds the account of an address, or opens one for which the caller answers.</summary>
public class OpenAccount(GazetierDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>An account that exists stays as it is.</summary>
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    public async Task<Account> RunAsync(string email, string name, Language language, CancellationToken cancel)
    {
        var key = EmailAddress.Key(email);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel) is { } known)
        {
            return known;
        }

        var account = new Account
        {
            Email = email,
            UserName = email,
            EmailConfirmed = true,
            DisplayName = DisplayNames.Read(name) ?? "",
            Language = language.Code(),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        var result = await accounts.CreateAsync(account);
        return result.Succeeded ? account : throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}
