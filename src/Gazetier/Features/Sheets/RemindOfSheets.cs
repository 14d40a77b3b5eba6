using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Replies;
using Gazetier.Features.Sheets.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets;

/// <summary>
/// Tells who looks after a sheet that its validity is over; where nobody does, the editors-in-chief. Each is claimed in the
/// transaction that owes the mails: on several nodes, or run twice, it is told once.
/// </summary>
public class RemindOfSheets(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <returns>How many sheets were told of.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel));
        var ended = await db.Sheets.ToRemind(today).OrderBy(s => s.ValidUntil).Select(s => new { s.ArticleId, s.KeeperId }).Take(200).ToListAsync(cancel);
        var told = 0;
        foreach (var sheet in ended)
        {
            var keeper = await db.Accounts.AsNoTracking().Where(a => a.Id == sheet.KeeperId && a.Role != null && a.Email != null).Select(a => new { a.Email, a.Language }).FirstOrDefaultAsync(cancel);
            var people = keeper is null ? await db.EditorsToTellAsync(cancel) : [(keeper.Email!, keeper.Language)];
            // Nobody to tell: told as soon as somebody answers for the newspaper.
            told += people.Count == 0 ? 0 : await db.InTransactionAsync(token => TellAsync(sheet.ArticleId, today, people, now, token), cancel);
        }

        return told;
    }

    private async Task<int> TellAsync(long article, DateOnly today, IReadOnlyList<(string Email, string Language)> people, DateTime now, CancellationToken cancel)
    {
        var claimed = await db.Sheets.ToRemind(today).Where(s => s.ArticleId == article).ExecuteUpdateAsync(s => s.SetProperty(x => x.RemindedAt, now), cancel);
        foreach (var (email, language) in claimed == 0 ? [] : people)
        {
            db.Owe(now, SheetLetters.Ended, email, new SheetMail(article, language));
        }

        return claimed;
    }
}
