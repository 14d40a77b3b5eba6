using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Text;

namespace Gazetier.Features.Manuscripts;

/// <summary>Begins an article: an idea, an order to somebody, or one's own to write.</summary>
public class BeginManuscript(GazetierDb db, TimeProvider clock)
{
    /// <param name="content">With a headline, be it a working title, and a section that exists.</param>
    /// <returns>The number of the article.</returns>
    public Task<long> RunAsync(Content content, Order order, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var manuscript = await AddAsync(content, order, staff.AccountId, now, token);
            db.Record(now, staff, "article.created", manuscript.ArticleId, content.Headline);
            return manuscript.ArticleId;
        },
        cancel);

    /// <summary>The rows of it, in the transaction that is open.</summary>
    internal async Task<Manuscript> AddAsync(Content content, Order order, Guid by, DateTime now, CancellationToken cancel)
    {
        var article = new Article { Slug = Slug.From(content.Headline), Headline = content.Headline, MainSectionId = content.MainSection };
        db.Articles.Add(article);
        await content.CopyToAsync(article, db, cancel);
        // The number is the database's: the rows that carry it come after.
        await db.SaveChangesAsync(cancel);
        var manuscript = new Manuscript
        {
            ArticleId = article.Id,
            Article = article,
            Stage = order.StageAtBirth(by),
            Headline = content.Headline,
            MainSectionId = content.MainSection,
            Words = content.Words,
            Newest = 1,
            LastNumber = 1,
            SavedAt = now,
            SavedById = by,
        };
        order.CopyTo(manuscript);
        db.Manuscripts.Add(manuscript);
        db.Revisions.Add(new Revision
        {
            ArticleId = article.Id,
            Number = 1,
            Kind = RevisionKind.Saved,
            BeganAt = now,
            SavedAt = now,
            ById = by,
            Words = content.Words,
            Json = content.ToJson(),
        });
        return manuscript;
    }
}
