using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Restrictions;

/// <summary>Measures about a person: warned, read before, suspended until, barred; each with its reasons, and ended by hand.</summary>
public class RestrictPerson(GazetierDb db, WriteRestriction write, TimeProvider clock)
{
    /// <param name="until">UTC; of a suspension.</param>
    /// <returns>False: there is no such person, or the same measure holds already.</returns>
    public Task<bool> RunAsync(Guid account, RestrictionKind kind, DateTime? until, RestrictionGround ground, string facts, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Holds the account: two who restrict it come one after the other.
            if (await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => x.CreatedAt), token) == 0
                || (kind != RestrictionKind.Warned && await db.Restrictions.InForce(account, now).AnyAsync(r => r.Kind == kind, token)))
            {
                return false;
            }

            await write.WriteAsync(
                [
                    new Restriction
                    {
                        Number = CaseNumber.Draw("MOD"),
                        Kind = kind,
                        AccountId = account,
                        Until = kind == RestrictionKind.Suspended ? until : null,
                        Facts = facts,
                        Ground = ground,
                        ById = staff.AccountId,
                    },
                ],
                token);
            var person = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == account, token);
            db.RecordAbout(now, staff, Named(person), $"reader.{NameOf(kind)}", $"{ground} : {facts}");
            return true;
        },
        cancel);

    /// <summary>Ends a measure about a person before its time, and tells them.</summary>
    public Task<bool> LiftAsync(Guid restriction, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var found = await db.Restrictions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == restriction && r.CommentId == null && r.AccountId != null, token);
            if (found is null || await db.Restrictions.Where(r => r.Id == restriction && r.LiftedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.LiftedAt, now), token) == 0)
            {
                return false;
            }

            var person = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == found.AccountId, token);
            db.Owe(now, ConversationMails.Lifted, person.Email!, new RestrictionMail(restriction, 1, person.Language));
            db.RecordAbout(now, staff, Named(person), "reader.lifted", found.Number);
            return true;
        },
        cancel);

    /// <summary>The person read a warning.</summary>
    public Task AcknowledgeAsync(Guid restriction, Guid account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Restrictions.Where(r => r.Id == restriction && r.AccountId == account && r.AcknowledgedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.AcknowledgedAt, now), cancel);
    }

    /// <summary>The record holds no address: who gave no name is a reader.</summary>
    private static Account Named(Account person) => person.DisplayName.Length > 0 ? person : new Account { Id = person.Id, DisplayName = "Un lecteur", Email = person.Email };

    private static string NameOf(RestrictionKind kind) => kind switch
    {
        RestrictionKind.Warned => "warned",
        RestrictionKind.PreModerated => "premoderated",
        RestrictionKind.Suspended => "suspended",
        _ => "barred",
    };
}
