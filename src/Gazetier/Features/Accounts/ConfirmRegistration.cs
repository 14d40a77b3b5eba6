using Gazetier.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Makes an account of a registration whose address is proven (E-03). Each link does it once.</summary>
public class ConfirmRegistration(GazetierDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>The account; null when the link was used or is too old. An account that has the address already is given as it is.</summary>
    /// <param name="passwordHash">Of the password chosen while confirming; null: the one that was chosen while asking.</param>
    public async Task<Account?> RunAsync(MailedLink link, string? passwordHash, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(inside => ConfirmAsync(link, passwordHash, inside), cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody confirmed another registration of this address at the same moment: theirs is the account now.
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(inside => ConfirmAsync(link, passwordHash, inside), cancel);
        }
    }

    private async Task<Account?> ConfirmAsync(MailedLink link, string? passwordHash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.ConsumeAsync(link, now, cancel) || await db.Registrations.FindAsync([link.RegistrationId], cancel) is not { } asked)
        {
            return null;
        }

        var key = EmailAddress.Key(asked.Email);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel) ?? await OpenAsync(asked, passwordHash, now);
        asked.ConfirmedAt = now;
        // The account has it; a second copy would only be one more to lose.
        asked.PasswordHash = "";
        return account;
    }

    private async Task<Account> OpenAsync(Registration asked, string? passwordHash, DateTime now)
    {
        var account = new Account
        {
            Email = asked.Email,
            UserName = asked.Email,
            EmailConfirmed = true,
            DisplayName = asked.DisplayName,
            Language = asked.Language,
            // Who asked by way of an identity provider chose none.
            PasswordHash = passwordHash ?? (asked.PasswordHash.Length > 0 ? asked.PasswordHash : null),
            CreatedAt = now,
        };
        var result = await accounts.CreateAsync(account);
        return result.Succeeded ? account : throw new DbUpdateException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}
