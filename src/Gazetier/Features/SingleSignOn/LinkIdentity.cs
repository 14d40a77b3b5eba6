using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Audit;
using Gazetier.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Finds the account that an identity opens, opens one, or ties the two together (P-04): who calls <see cref="RunAsync"/> has seen a
/// fresh proof that the account is theirs. Its owner is told by mail.
/// </summary>
public class LinkIdentity(GazetierDb db, UserManager<Account> accounts, Providers providers, EmployerChanged employerChanged, ForgetReader forget, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The account that <paramref name="who"/> opens, with what the provider says now written down; null: none yet.</summary>
    public async Task<Account?> FindAsync(ProvenIdentity who, CancellationToken cancel)
    {
        var hasMoved = false;
        var account = await db.InTransactionAsync(
            async inside =>
            {
                if (await IdentityAsync(who, inside) is not { } identity)
                {
                    return null;
                }

                hasMoved = await MoveAsync(identity, who, inside);
                identity.Use(who, Now);
                return await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == identity.AccountId, inside);
            },
            cancel);
        if (hasMoved)
        {
            forget(account!.Id);
        }

        return account;
    }

    /// <summary>Whether the employer is another than before (P-06). Of two sign-ins that say so at once, one finds it out.</summary>
    private async Task<bool> MoveAsync(LinkedIdentity identity, ProvenIdentity who, CancellationToken cancel)
    {
        if (identity.Siret is not { } former || who.Siret is not { } siret || former == siret
            || await db.LinkedIdentities.Where(i => i.Id == identity.Id && i.Siret == former).ExecuteUpdateAsync(i => i.SetProperty(x => x.Siret, siret), cancel) == 0)
        {
            return false;
        }

        await employerChanged(identity.AccountId, former, siret, cancel);
        return true;
    }

    /// <summary>A new account for an address that the provider answers for; null: the address is an account's already, which stays as it is.</summary>
    public async Task<Account?> OpenAsync(ProvenIdentity who, Language language, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(inside => OpenInsideAsync(who, language, inside), cancel);
        }
        catch (DbUpdateException)
        {
            // At the same moment somebody else opened it: it is not ours to give.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>False: it opens another account.</summary>
    public async Task<bool> RunAsync(Guid accountId, ProvenIdentity who, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(inside => LinkInsideAsync(accountId, who, inside), cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(inside => LinkInsideAsync(accountId, who, inside), cancel);
        }
    }

    /// <summary>False: there is no such identity of this account.</summary>
    public Task<bool> UndoAsync(Guid accountId, Guid identityId, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            if (await db.LinkedIdentities.SingleOrDefaultAsync(i => i.Id == identityId && i.AccountId == accountId, inside) is not { } identity)
            {
                return false;
            }

            db.Remove(identity);
            await TellAsync(accountId, FactorChange.ProviderUnlinked, ActNames.ProviderUnlinked, Label(identity.Issuer), inside);
            return true;
        },
        cancel);

    /// <summary>What an issuer is called; one that is no longer set, by its host.</summary>
    public string Label(string issuer) => providers.OfIssuer(issuer)?.Label ?? new Uri(issuer).Host;

    private async Task<Account?> OpenInsideAsync(ProvenIdentity who, Language language, CancellationToken cancel)
    {
        var key = EmailAddress.Key(who.Email!);
        if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == key, cancel))
        {
            return null;
        }

        var account = new Account { Email = who.Email, UserName = who.Email, EmailConfirmed = true, Language = language.Code(), CreatedAt = Now };
        var result = await accounts.CreateAsync(account);
        if (!result.Succeeded)
        {
            throw new DbUpdateException(string.Join("; ", result.Errors.Select(e => e.Code)));
        }

        Add(account.Id, who);
        return account;
    }

    private async Task<bool> LinkInsideAsync(Guid accountId, ProvenIdentity who, CancellationToken cancel)
    {
        if (await IdentityAsync(who, cancel) is { } known)
        {
            return known.AccountId == accountId;
        }

        Add(accountId, who);
        await TellAsync(accountId, FactorChange.ProviderLinked, ActNames.ProviderLinked, Label(who.Issuer), cancel);
        return true;
    }

    private void Add(Guid accountId, ProvenIdentity who)
    {
        var identity = new LinkedIdentity { AccountId = accountId, Issuer = who.Issuer, Subject = who.Subject, LinkedAt = Now };
        identity.Use(who, Now);
        db.Add(identity);
    }

    private async Task TellAsync(Guid accountId, FactorChange change, string act, string label, CancellationToken cancel)
    {
        db.RecordOwn(Now, await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel), act, label);
        await db.TellFactorAsync(accountId, change, Now, cancel, label);
    }

    private Task<LinkedIdentity?> IdentityAsync(ProvenIdentity who, CancellationToken cancel) =>
        db.LinkedIdentities.SingleOrDefaultAsync(i => i.Issuer == who.Issuer && i.Subject == who.Subject, cancel);
}
