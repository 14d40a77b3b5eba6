using Gazetier.Data;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Restrictions;

/// <summary>Writes a measure with its statement of reasons, and owes its person the mail that says it (DSA art. 17), within the caller's transaction.</summary>
public class WriteRestriction(GazetierDb db, TimeProvider clock)
{
    /// <summary>A comment that the pipeline refused.</summary>
    public Task OfProgramAsync(Comment comment, ModerationReason reason, CancellationToken cancel) => WriteAsync(
        [
            new Restriction
            {
                Number = CaseNumber.Draw("MOD"),
                Kind = RestrictionKind.Refused,
                AccountId = comment.AccountId,
                CommentId = comment.Id,
                Facts = reason.ToAuthor(Phrases.OfPaper),
                Ground = reason == ModerationReason.RefusedWord ? RestrictionGround.Courtesy : RestrictionGround.Spam,
                IsAutomated = true,
            },
        ],
        cancel);

    /// <summary>Of several measures that one person gets at once, one mail tells.</summary>
    public async Task WriteAsync(IReadOnlyList<Restriction> restrictions, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = restrictions.Where(r => r.AccountId is not null).Select(r => r.AccountId!.Value).Distinct().ToArray();
        var people = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Email, a.Language }).ToDictionaryAsync(a => a.Id, cancel);
        foreach (var of in restrictions.GroupBy(r => r.AccountId))
        {
            var all = of.ToList();
            all.ForEach(r => r.At = now);
            db.Restrictions.AddRange(all);
            if (of.Key is { } account && people.GetValueOrDefault(account) is { Email: { } email } person)
            {
                db.Owe(now, ConversationMails.Restricted, email, new RestrictionMail(all[0].Id, all.Count, LanguageOfRequest.FromCode(person.Language).Code()));
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
