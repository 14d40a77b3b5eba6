using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews;

/// <summary>Makes a link by which somebody outside reads one article over before it is out.</summary>
public class ShareArticle(GazetierDb db, TimeProvider clock)
{
    /// <param name="reader">Whom it is for.</param>
    /// <returns>The token of the link, which nobody can read again; null where it is not theirs to show.</returns>
    public async Task<string?> RunAsync(long articleId, string reader, SignedIn staff, CancellationToken cancel)
    {
        if (!await db.MayShareAsync(articleId, staff, cancel))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var forgotten = now - PreviewLink.Memory;
        var token = SessionCookie.NewToken();
        await db.InTransactionAsync(
            async stop =>
            {
                await db.PreviewLinks.Where(l => l.ExpiresAt < forgotten).ExecuteDeleteAsync(stop);
                db.PreviewLinks.Add(new PreviewLink
                {
                    ArticleId = articleId,
                    TokenHash = SessionCookie.Hash(token),
                    Reader = reader,
                    CreatedAt = now,
                    ExpiresAt = now + PreviewLink.Lifetime,
                    ById = staff.AccountId,
                });
                db.Record(now, staff, "preview.shared", articleId, reader);
            },
            cancel);
        return token;
    }
}
