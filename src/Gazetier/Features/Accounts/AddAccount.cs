using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Adds an account from the command line or the desk, which answer for its address.</summary>
public class AddAccount(GazetierDb db, UserManager<Account> accounts, EndSessions end, ForgetReader forget, PublicAddress address, TimeProvider clock)
{
    /// <summary>
    /// Returns a single-use address to sign in with, good for 48 hours. An account that exists stays, and gets
    /// <paramref name="role"/> where one is given; its sessions then end, so that the new rights begin with a new one.
    /// </summary>
    /// <param name="role">Null: a reader.</param>
    /// <exception cref="ArgumentException">The address is none.</exception>
    public async Task<string> RunAsync(string email, string name, StaffRole? role = null, Language language = Language.French, CancellationToken cancel = default)
    {
        var known = EmailAddress.Read(email) ?? throw new ArgumentException($"'{email}' is not an address, such as nom@commune.fr.", nameof(email));
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, link) = await db.InTransactionAsync(
            async inside =>
            {
                var account = await FindOrOpenAsync(known, name, language, now, inside);
                if (role is not null && account.Role != role)
                {
                    account.Role = role;
                    await end.AllAsync(account.Id, kept: null, inside);
                }

                var token = db.AddLink(MailedLinkPurpose.SignIn, now, MailedLinks.LongLifetime, made => made.AccountId = account.Id);
                return (account.Id, address.Of("/connexion/lien/" + token));
            },
            cancel);
        // Again, now that it is true for everybody.
        forget(id);
        return link;
    }

    private async Task<Account> FindOrOpenAsync(string email, string name, Language language, DateTime now, CancellationToken cancel)
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
            CreatedAt = now,
        };
        var result = await accounts.CreateAsync(account);
        return result.Succeeded ? account : throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}
