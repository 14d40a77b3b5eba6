using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets;

/// <summary>Notes that somebody looked at a sheet and found it right, or made an article a sheet.</summary>
public class ReviewSheet(GazetierDb db, TimeProvider clock)
{
    public Task RunAsync(long article, DateOnly upToDateOn, DateOnly? validUntil, Guid? keeper, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var sheet = await db.Sheets.FirstOrDefaultAsync(s => s.ArticleId == article, token);
            if (sheet is null)
            {
                db.Sheets.Add(sheet = new Sheet { ArticleId = article });
            }

            sheet.Review(upToDateOn, validUntil, staff.DisplayName, now);
            sheet.KeeperId = keeper;
            db.Append(now, "sheet.reviewed", SheetTags.All, ArticleTags.Article(article));
            db.Record(now, staff, "sheet.reviewed", article);
        },
        cancel);
}
