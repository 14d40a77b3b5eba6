using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Keywords;

/// <summary>Which of the searches that readers follow articles answer: asked by the engine that answers the page (<see cref="OneText"/>).</summary>
public class MatchSearches(GazetierDb db, FindArticles articles, HeadingNames headings, KnownSynonyms synonyms, TimeProvider clock)
{
    /// <summary>Numbers of the words in the names of all that an article is filed under: a search finds it by those, too.</summary>
    public async Task<IReadOnlyList<long>> KeysOfHeadingsAsync(long article, CancellationToken cancel)
    {
        var names = await headings.AllAsync(cancel);
        var lists = await db.Listings.AsNoTracking().Where(l => l.ArticleId == article).Select(l => l.ListId).ToListAsync(cancel);
        return KeysOf(lists, names);
    }

    /// <summary>
    /// The lists of those that each article answers: that of the search where what all may see is enough, else the one of who may read
    /// the withheld part (<see cref="Keyword.WithheldOf"/>). A search is read once, however many articles there are.
    /// </summary>
    public async Task<ILookup<long, Guid>> FindAsync(IReadOnlyCollection<(Article Article, MatchedText Text)> among, IReadOnlyCollection<Keyword> searches, CancellationToken cancel)
    {
        var found = new List<(long Article, Guid List)>();
        if (searches.Count > 0)
        {
            var (names, same, now) = (await headings.AllAsync(cancel), await synonyms.AllAsync(cancel), clock.GetUtcNow().UtcDateTime);
            var read = searches.Select(search => FollowedSearch.Read(search, same, names)).ToList();
            var texts = (await articles.ReadAsync([.. among.Select(one => FindableKeys.Of(articles.Prefix, one.Article.Id))], cancel)).ToDictionary(text => text.Asks.Article);
            foreach (var (article, words) in among.Where(one => texts.ContainsKey(one.Article.Id)))
            {
                var ofHeadings = KeysOf(texts[article.Id].Lists, names);
                var isOpen = article.Asks(now).Requirement == Requirement.None;
                var asked = read.Where(search => (search.Key == 0 || words.Keys.Contains(search.Key) || ofHeadings.Contains(search.Key))
                    && (isOpen || search.Question.Narrowing.Access is null)).ToList();
                found.AddRange(ListsOf(texts[article.Id], asked, names, now).Select(list => (article.Id, list)));
            }
        }

        return found.ToLookup(one => one.Article, one => one.List);
    }

    private static List<Guid> ListsOf(Findable text, List<FollowedSearch> searches, KnownHeadings names, DateTime now)
    {
        var lists = new List<Guid>();
        if (searches.Count > 0)
        {
            using var one = new OneText(text, names, now);
            foreach (var search in searches)
            {
                var (open, whole) = one.Answers(search.Question, search.Narrow);
                if (open || whole)
                {
                    lists.Add(open ? search.Id : Keyword.WithheldOf(search.Id));
                }
            }
        }

        return lists;
    }

    private static List<long> KeysOf(IEnumerable<Guid> lists, KnownHeadings names) =>
        [.. lists.Select(names.OfId).OfType<Heading>().SelectMany(heading => heading.Terms).Distinct(StringComparer.Ordinal).Select(term => TermRuns.KeyOf([term]))];

    private sealed record FollowedSearch(Guid Id, long Key, Question Question, Filter Narrow)
    {
        public static FollowedSearch Read(Keyword search, Synonyms same, KnownHeadings names)
        {
            var question = QuestionAddress.Read(search.Search!, same);
            return new FollowedSearch(search.Id, search.Key, question, OneText.Narrow(question, names));
        }
    }
}
