using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Audit;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff;

/// <summary>
/// Makes an account what an <see cref="Appointment"/> says: one of the staff, something else in it, or a reader again. Its sessions
/// end where its role changes, so that what it may do begins and ends at once.
/// </summary>
public class AppointStaff(GazetierDb db, EndSessions end, ForgetReader forget, TimeProvider clock)
{
    /// <summary>Null: done. Who was no staff before is sent a link.</summary>
    public async Task<AppointmentRefusal?> RunAsync(SignedIn by, Guid accountId, Appointment wanted, CancellationToken cancel)
    {
        var refusal = await db.InTransactionAsync(inside => AppointAsync(by, accountId, wanted, inside), cancel);
        // Again, now that it is true for everybody.
        forget(accountId);
        return refusal;
    }

    private async Task<AppointmentRefusal?> AppointAsync(SignedIn by, Guid accountId, Appointment wanted, CancellationToken cancel)
    {
        // Two administrators who dismiss each other write the same rows first: one waits, and then finds what the other did.
        await db.Accounts.Where(a => a.Role == StaffRole.Administrator).ExecuteUpdateAsync(a => a.SetProperty(x => x.Role, x => x.Role), cancel);
        var whom = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        var roleOfBy = await db.Accounts.Where(a => a.Id == by.AccountId).Select(a => a.Role).SingleOrDefaultAsync(cancel);
        var beside = await db.Accounts.CountAsync(a => a.Role == StaffRole.Administrator && a.Id != accountId, cancel);
        if (wanted.Refusal(by, roleOfBy, whom, beside) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (whom.Role != wanted.Role)
        {
            db.RecordAbout(now, by, whom, Act(whom.Role, wanted.Role), string.Join(" → ", new[] { whom.Role, wanted.Role }.OfType<StaffRole>()));
            if (whom.Role is null)
            {
                db.Owe(now, AccountMails.Appointed, whom.Email!, new AccountNotice(whom.Id));
            }

            whom.Role = wanted.Role;
            await end.AllAsync(whom.Id, kept: null, cancel);
            if (wanted.Role is null)
            {
                await db.CloseLinksAsync(whom.Id, now, cancel);
            }
        }

        await SetSectionsAsync(by, whom, wanted.Role == StaffRole.SectionEditor ? wanted.Sections : [], now, cancel);
        return null;
    }

    private static string Act(StaffRole? before, StaffRole? after) =>
        before is null ? ActNames.Added : after is null ? ActNames.Dismissed : ActNames.RoleChanged;

    private async Task SetSectionsAsync(SignedIn by, Account whom, IReadOnlyList<Guid> wanted, DateTime now, CancellationToken cancel)
    {
        var had = await db.StaffSections.Where(c => c.AccountId == whom.Id).Select(c => c.SectionId).ToListAsync(cancel);
        var sections = await db.Sections.Where(s => wanted.Contains(s.Id)).OrderBy(s => s.Name).ToListAsync(cancel);
        if (had.ToHashSet().SetEquals(sections.Select(s => s.Id)))
        {
            return;
        }

        await db.StaffSections.Where(c => c.AccountId == whom.Id).ExecuteDeleteAsync(cancel);
        db.AddRange(sections.Select(s => new StaffSection { AccountId = whom.Id, SectionId = s.Id }));
        db.RecordAbout(now, by, whom, ActNames.SectionsChanged, string.Join(", ", sections.Select(s => s.Name)));
    }
}
