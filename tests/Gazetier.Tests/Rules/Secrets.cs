using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Rules;

/// <summary>What a newspaper withholds from a reader, as runs of words: all of it but what also stands in the open.</summary>
internal static class Secrets
{
    /// <param name="isRegistered">Such a reader reads what asks for an account, and not what asks for a subscription.</param>
    /// <param name="shown">Runs that the site says without any article.</param>
    public static async Task<HashSet<ulong>> OfAsync(GazetierDb db, bool isRegistered, IReadOnlySet<ulong> shown)
    {
        var share = await db.Imprint.Select(i => (double?)i.OpenShare).FirstOrDefaultAsync() ?? Cut.DefaultShare;
        var articles = await db.Articles.AsNoTracking().ToListAsync();
        var withheld = new HashSet<ulong>();
        var open = new HashSet<ulong>(shown);
        foreach (var article in articles)
        {
            open.UnionWith(Open(article).SelectMany(WordRuns.Of));
            if (article.Access == Requirement.None || (isRegistered && article.Access == Requirement.Registration))
            {
                open.UnionWith(WordRuns.Of(article.Body));
                continue;
            }

            var cut = Cut.Of(article.Body, share);
            open.UnionWith(WordRuns.Of(cut.Open));
            open.UnionWith(cut.HeadingsWithheld.SelectMany(WordRuns.Of));
            withheld.UnionWith(WordRuns.Of(cut.Withheld));
        }

        await AddServicesAsync(db, isRegistered, share, withheld, open);
        open.UnionWith((await AroundAsync(db)).SelectMany(WordRuns.Of));
        withheld.ExceptWith(open);
        return withheld;
    }

    /// <summary>Summaries of legal texts; pages of paper and quizzes, which are withheld whole.</summary>
    private static async Task AddServicesAsync(GazetierDb db, bool isRegistered, double share, HashSet<ulong> withheld, HashSet<ulong> open)
    {
        bool IsOpen(Requirement asked) => asked == Requirement.None || (isRegistered && asked == Requirement.Registration);
        foreach (var text in await db.LegalTexts.AsNoTracking().ToListAsync())
        {
            var cut = Cut.Of(text.Summary, share);
            open.UnionWith(WordRuns.Of(IsOpen(text.Access) ? text.Summary : cut.Open));
            withheld.UnionWith(IsOpen(text.Access) ? [] : WordRuns.Of(cut.Withheld));
        }

        var closed = (await db.PrintIssues.AsNoTracking().ToListAsync()).FindAll(issue => !IsOpen(issue.Access)).ConvertAll(issue => issue.Id);
        foreach (var page in await db.PrintPages.AsNoTracking().ToListAsync())
        {
            (closed.Contains(page.IssueId) ? withheld : open).UnionWith(WordRuns.Of(LetterMarkup.Clean(page.Text)));
        }

        foreach (var quiz in await db.Quizzes.AsNoTracking().ToListAsync())
        {
            var said = quiz.Questions().SelectMany(q => q.Answers.Select(a => a.Text).Append(q.Text).Append(q.Explanation)).SelectMany(WordRuns.Of);
            (IsOpen(quiz.Access) ? open : withheld).UnionWith(said);
        }
    }

    private static IEnumerable<string> Open(Article article) =>
        new[] { article.Kicker, article.Headline, article.Standfirst, article.LeadCaption, article.Attribution, article.ModifiedReason }.OfType<string>();

    private static async Task<IEnumerable<string>> AroundAsync(GazetierDb db) =>
    [
        .. (await db.Sections.ToListAsync()).SelectMany(s => new[] { s.Name, s.Description }),
        .. (await db.Themes.ToListAsync()).SelectMany(t => new[] { t.Name, t.Description }),
        .. (await db.Dossiers.ToListAsync()).SelectMany(d => new[] { d.Title, d.Introduction }),
        .. (await db.Authors.ToListAsync()).SelectMany(a => new[] { a.Name, a.Function ?? "", a.Biography }),
        .. (await db.LegalTexts.ToListAsync()).SelectMany(t => new[] { t.Title, t.Reference, t.Nature, t.Issuer, t.JournalReference, t.PublicationLevel, t.QuestionAuthor }),
        .. (await db.TextStates.ToListAsync()).SelectMany(s => new[] { s.Reason, s.ByReference }),
        .. (await db.Quizzes.ToListAsync()).SelectMany(q => new[] { q.Title, q.Standfirst }),
        .. (await db.PrintIssues.Include(i => i.Entries).ToListAsync()).SelectMany(i => i.Entries.SelectMany(e => new[] { e.Title, e.Heading }).Append(i.Title).Append(i.Summary)),
        .. (await db.ExamPaths.ToListAsync()).SelectMany(p => new[] { p.Title, p.Standfirst }),
        .. (await db.Exams.ToListAsync()).SelectMany(e => new[] { e.Name, e.Organiser }),
        .. (await db.Pictures.ToListAsync()).SelectMany(p => new[] { p.Credit, p.AlternativeText }),
    ];
}
