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
            var article = new Article { Slug = Slug.From(content.Headline), Headline = content.Headline, MainSectionId = content.MainSection };
            db.Articles.Add(article);
            await content.CopyToAsync(article, db, token);
            // The number is the database's: the rows that carry it come after.
            await db.SaveChangesAsync(token);
            var manuscript = new Manuscript
            {
                ArticleId = article.Id,
                Stage = order.StageAtBirth(staff.AccountId),
                Headline = content.Headline,
                MainSectionId = content.MainSection,
                Words = content.Words,
                Newest = 1,
                LastNumber = 1,
                SavedAt = now,
                SavedById = staff.AccountId,
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
                ById = staff.AccountId,
                Words = content.Words,
                Json = content.ToJson(),
            });
            db.Record(now, staff, "article.created", article.Id, content.Headline);
            return article.Id;
        },
        cancel);
}
