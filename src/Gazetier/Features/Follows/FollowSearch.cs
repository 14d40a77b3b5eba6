using Gazetier.Data;
using Gazetier.Features.Keywords;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>
/// A search as something that its reader follows (recherche suivie): articles that appear and answer it are told as whatever else is
/// followed, by an alert, in a part of the edition, and in a private feed of its own.
/// </summary>
public class FollowSearch(GazetierDb db, MatchKeywords keywords, HeadingNames headings, TimeProvider clock, Phrases t)
{
    /// <summary>
    /// Whether the page offers it: where it finds articles, is not of a span of time that is over, and what it found answers it. What was
    /// guessed, or has a part of the words, will not be told.
    /// </summary>
    public static bool IsOffered(Question question, Answer? answer) =>
        question.Narrowing.Kind is null or FoundKind.Article && question.Narrowing.To is null && answer is not { Unknown.Count: > 0 } and not { IsGenerous: true } and not { Guesses.Count: > 0, Total: > 0 }
        && Keyword.Of(question) is not null;

    /// <summary>The follow of that search; null: its reader does not follow it.</summary>
    public async Task<Follow?> FindAsync(Question question, Guid account, CancellationToken cancel)
    {
        var terms = Keyword.Of(question)?.Terms;
        return terms is null ? null : await Mine(account).FirstOrDefaultAsync(f => db.Keywords.Any(k => k.Id == f.SubjectId && k.Terms == terms), cancel);
    }

    /// <returns>False: as many words and searches are followed as one reader may (<see cref="ReadFollows.MostKeywords"/>), and nothing was kept.</returns>
    public async Task<bool> BeginAsync(Question question, Guid account, CancellationToken cancel)
    {
        if (await FindAsync(question, account, cancel) is not null)
        {
            return true;
        }

        if (await Mine(account).CountAsync(cancel) >= ReadFollows.MostKeywords || await keywords.OpenAsync(question, cancel) is not { } keyword)
        {
            return false;
        }

        var (now, label) = (clock.GetUtcNow().UtcDateTime, NameOf(question, await headings.AllAsync(cancel)));
        await db.InTransactionAsync(
            async token =>
            {
                if (!await Mine(account).AnyAsync(f => f.SubjectId == keyword.Id, token))
                {
                    db.Follows.Add(new Follow { AccountId = account, Kind = FollowKind.Keyword, SubjectId = keyword.Id, Label = label, CreatedAt = now });
                }
            },
            cancel);
        return true;
    }

    public async Task EndAsync(Question question, Guid account, CancellationToken cancel)
    {
        if (await FindAsync(question, account, cancel) is { } follow)
        {
            await db.InTransactionAsync(
                async token =>
                {
                    await Mine(account).Where(f => f.SubjectId == follow.SubjectId).ExecuteDeleteAsync(token);
                    await MatchKeywords.ForgetAsync(db, [follow.SubjectId], token);
                },
                cancel);
        }
    }

    /// <summary>"eau potable · Fiche pratique · Budget": as its follow is called.</summary>
    private string NameOf(Question question, KnownHeadings known)
    {
        var narrowing = question.Narrowing;
        string?[] parts =
        [
            question.Written,
            narrowing.Format is { } format ? Search.IndexModel.FormatName(FormatSlugs.FormatOf(format) ?? format, t) : null,
            .. narrowing.Headings.Select(one => known.Find(one.Kind, one.Written) is [var heading] ? heading.Name : one.Written),
            narrowing.Access is Openness.ForAll ? t["En accès libre"] : null,
        ];
        var name = string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
        return name.Length > Keyword.MaxLength ? Plain.Shorten(name, Keyword.MaxLength) : name;
    }

    private IQueryable<Follow> Mine(Guid account) => db.Follows.AsNoTracking().Where(f => f.AccountId == account && f.Kind == FollowKind.Keyword);
}
