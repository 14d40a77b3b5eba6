using Gazetier.Data;
using Gazetier.Features.Audit;
using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>Adds an account from the command line, which answers for its address.</summary>
public class AddAccount(GazetierDb db, OpenAccount open, EndSessions end, ForgetReader forget, PublicAddress address, TimeProvider clock)
{
    /// <summary>
    /// Returns a single-use address to sign in with, good for 48 hours. An account that exists stays, and gets
    /// <paramref name="role"/> where one is given; its sessions then end, so that the new rights begin with a new one.
    /// </summary>
    /// <param name="role">Null: a reader.</param>
    /// <exception cref="ArgumentException">The address is none, or the last administrator would be something else.</exception>
    public async Task<string> RunAsync(string email, string name, StaffRole? role = null, Language language = Language.French, CancellationToken cancel = default)
    {
        var known = EmailAddress.Read(email) ?? throw new ArgumentException($"'{email}' is not an address, such as nom@commune.fr.", nameof(email));
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, link) = await db.InTransactionAsync(
            async inside =>
            {
                var account = await open.RunAsync(known, name, language, inside);
                if (role is not null && account.Role != role)
                {
                    await AppointAsync(account, role.Value, now, inside);
                }

                var token = db.AddLink(MailedLinkPurpose.SignIn, now, MailedLinks.LongLifetime, made => (made.AccountId, made.ReturnPath) = (account.Id, role is null ? null : "/redaction"));
                return (account.Id, address.Of("/connexion/lien/" + token));
            },
            cancel);
        // Again, now that it is true for everybody.
        forget(id);
        return link;
    }

    private async Task AppointAsync(Account account, StaffRole role, DateTime now, CancellationToken cancel)
    {
        if (await db.IsLastAdministratorAsync(account, cancel))
        {
            throw new ArgumentException($"{account.Email} is the last administrator: add another one first.", nameof(role));
        }

        var before = account.Role;
        account.Role = role;
        await end.AllAsync(account.Id, kept: null, cancel);
        db.RecordAbout(now, by: null, account, before is null ? ActNames.Added : ActNames.RoleChanged, string.Join(" → ", new[] { before, role }.OfType<StaffRole>()));
    }
}
