using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews;

public static class PreviewLinkQueries
{
    /// <summary>Those that still open at <paramref name="now"/> (UTC).</summary>
    public static IQueryable<PreviewLink> Open(this IQueryable<PreviewLink> links, DateTime now) =>
        links.Where(l => l.RevokedAt == null && l.ExpiresAt > now);

    /// <summary>Whether somebody may show an article outside: whose it is to write, at any stage, and who reads over.</summary>
    public static async Task<bool> MayShareAsync(this GazetierDb db, long articleId, SignedIn staff, CancellationToken cancel) =>
        staff.Role is { } role
        && await db.Articles.AnyAsync(a => a.Id == articleId && a.Status != ArticleStatus.Withdrawn, cancel)
        && (role.May(StaffAct.ReadOver) || (role.May(StaffAct.Write) && await db.Manuscripts.AnyAsync(m => m.ArticleId == articleId && m.WriterId == staff.AccountId, cancel)));
}
