using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>Which of the searches that readers follow an article answers: all of the words, none of the unwanted ones, and what they are narrowed to.</summary>
public class MatchSearches(GazetierDb db, HeadingNames headings, KnownSynonyms synonyms, TimeProvider clock)
{
    /// <summary>The lists of those that it answers (<see cref="MatchedText.ListOf(Guid, Question)"/>).</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(Article article, MatchedText text, IReadOnlyCollection<Keyword> searches, CancellationToken cancel)
    {
        var lists = await db.Listings.AsNoTracking().Where(l => l.ArticleId == article.Id).Select(l => l.ListId).ToHashSetAsync(cancel);
        var (names, same, now) = (await headings.AllAsync(cancel), await synonyms.AllAsync(cancel), clock.GetUtcNow().UtcDateTime);
        var found = new List<Guid>();
        foreach (var search in searches)
        {
            var question = QuestionAddress.Read(search.Search!, same);
            if (LiesWithin(article, lists, question.Narrowing, names, now) && text.ListOf(search.Id, question) is { } list)
            {
                found.Add(list);
            }
        }

        return found;
    }

    private static bool LiesWithin(Article article, HashSet<Guid> lists, Narrowing narrowing, KnownHeadings names, DateTime now) =>
        narrowing.Kind is null or FoundKind.Article
        && (narrowing.Format is not { } format || (FormatSlugs.FormatOf(format) ?? format) == article.Format.ToString())
        && (narrowing.Access is null || article.Asks(now).Requirement == Requirement.None)
        && narrowing.Headings.All(one => names.Find(one.Kind, one.Written).Any(heading => lists.Contains(heading.Id)));
}
