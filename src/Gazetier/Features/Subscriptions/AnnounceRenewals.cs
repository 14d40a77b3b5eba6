using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions;

/// <summary>
/// Tells each holder of a contract that renews itself, between three months and one month before its term ends (L-20), and keeps the
/// proof. Terms of less than three months have no such window: they may be cancelled at each of their ends.
/// </summary>
public class AnnounceRenewals(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Days before the end at which it is written: early in the window, so that a letter on paper can still follow.</summary>
    private const int Early = 80;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await SettleAsync(now, cancel);
        foreach (var contract in await DueAsync(now, cancel))
        {
            await AnnounceAsync(contract, now, cancel);
        }
    }

    private async Task<List<Subscription>> DueAsync(DateTime now, CancellationToken cancel)
    {
        var (from, to) = (now.AddMonths(1), now.AddDays(Early));
        return await db.Subscriptions.AsNoTracking().Include(s => s.Account).Include(s => s.NextOffer)
            .Where(s => s.Renews && s.CancelledAt == null && s.Until > from && s.Until <= to && s.From < s.Until.AddDays(-Early))
            .Where(s => !db.RenewalNotices.Any(n => n.SubscriptionId == s.Id && n.TermEndsAt == s.Until))
            .OrderBy(s => s.Until).Take(Batch).ToListAsync(cancel);
    }

    private async Task AnnounceAsync(Subscription contract, DateTime now, CancellationToken cancel)
    {
        var (to, language) = await HolderAsync(contract, cancel);
        if (to is null || !RenewalNotice.IsInWindow(now, contract.Until))
        {
            return;
        }

        var imprint = await masthead.ImprintAsync(cancel);
        var letter = RenewalLetters.Write(contract, new Phrases(LanguageOfRequest.FromCode(language)), imprint.Name, await masthead.ZoneAsync(cancel));
        var notice = new RenewalNotice
        {
            SubscriptionId = contract.Id,
            TermEndsAt = contract.Until,
            WrittenAt = now,
            To = to,
            Subject = letter.Subject,
            Text = string.Join('\n', letter.Paragraphs),
        };
        db.RenewalNotices.Add(notice);
        notice.MailId = db.Owe(now, RenewalLetters.Kind, to, new RenewalMail(notice.Id, language)).Id;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was first: the unique index of the term lets one through.
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>The reader, or the first steward of the organisation.</summary>
    private async Task<(string? Email, string Language)> HolderAsync(Subscription contract, CancellationToken cancel)
    {
        var account = contract.Account ?? await db.Stewards.Where(s => s.OrganisationId == contract.OrganisationId).OrderBy(s => s.AddedAt)
            .Select(s => s.Account).AsNoTracking().FirstOrDefaultAsync(cancel);
        return (account?.Email, account?.Language ?? "fr");
    }

    /// <summary>What became of those that left: the outbox forgets, the proof does not.</summary>
    private async Task SettleAsync(DateTime now, CancellationToken cancel)
    {
        var open = await db.RenewalNotices.Where(n => n.AcceptedAt == null && n.FailedAt == null).OrderBy(n => n.WrittenAt).Take(Batch).ToListAsync(cancel);
        var ids = open.Select(n => n.MailId).ToList();
        var closed = await db.OutgoingMails.AsNoTracking().Where(m => ids.Contains(m.Id) && m.ClosedAt != null).ToDictionaryAsync(m => m.Id, cancel);
        foreach (var notice in open.Where(n => closed.ContainsKey(n.MailId)))
        {
            var mail = closed[notice.MailId];
            notice.Answer = mail.Answer ?? "";
            var isTaken = notice.Answer.StartsWith('2');
            notice.AcceptedAt = isTaken ? mail.ClosedAt : null;
            notice.FailedAt = isTaken ? null : now;
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
