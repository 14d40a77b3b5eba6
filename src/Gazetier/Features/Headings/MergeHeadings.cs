using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Follows;
using Gazetier.Features.Redirects;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings;

/// <summary>
/// Makes one theme, dossier or author part of another: its articles, who follows it and the blocks of front pages go over, its
/// address and its feeds lead to the other's for good. One transaction.
/// </summary>
public class MergeHeadings(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where one of the two is not there, or they are one.</returns>
    public Task<bool> RunAsync(FollowKind kind, Guid from, Guid into, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var all = await db.Followables(kind).ToListAsync(token);
            if (kind == FollowKind.Section || from == into || all.Find(n => n.Id == from) is not { } gone || all.Find(n => n.Id == into) is not { } kept)
            {
                return false;
            }

            await MoveAsync(kind, gone, kept, token);
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Mergers.Where(m => m.IntoId == from).ExecuteUpdateAsync(m => m.SetProperty(x => x.IntoId, into), token);
            db.Mergers.Add(new Merger { FromId = from, IntoId = into, Kind = kind, Slug = gone.Slug, Name = gone.Name, At = now });
            await db.MoveAddressAsync(HeadingAddress.Of(kind, gone.Slug), HeadingAddress.Of(kind, kept.Slug), token);
            var what = Followable.NameOf(kind) + ".merged";
            db.Append(now, what, ChangeLog.Everything);
            db.Record(now, staff, what, null, $"{gone.Name} → {kept.Name}");
            return true;
        },
        cancel);

    private async Task MoveAsync(FollowKind kind, Named gone, Named kept, CancellationToken cancel)
    {
        var articles = await db.ArticlesUnder(kind, gone.Id).ToListAsync(cancel);
        await MoveFollowsAsync(kind, gone.Id, kept.Id, cancel);
        await db.FrontPageBlocks.Where(b => b.SubjectId == gone.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.SubjectId, kept.Id), cancel);
        switch (kind)
        {
            case FollowKind.Theme:
                await MoveThemeAsync(gone.Id, kept.Id, cancel);
                break;
            case FollowKind.Dossier:
                await MovePartsAsync(gone.Id, kept.Id, cancel);
                break;
            default:
                await MoveBylinesAsync(gone.Id, kept.Id, cancel);
                break;
        }

        // Rows moved past the context: their lists are written here.
        await KeepListings.RewriteAsync(db, articles, cancel);
        await db.Articles.Where(a => articles.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version + 1), cancel);
    }

    /// <summary>Who follows both goes on following the one that stays, once.</summary>
    private async Task MoveFollowsAsync(FollowKind kind, Guid from, Guid into, CancellationToken cancel)
    {
        await db.Follows.Where(f => f.Kind == kind && f.SubjectId == from && db.Follows.Any(other => other.AccountId == f.AccountId && other.Kind == kind && other.SubjectId == into))
            .ExecuteDeleteAsync(cancel);
        await db.Follows.Where(f => f.Kind == kind && f.SubjectId == from).ExecuteUpdateAsync(f => f.SetProperty(x => x.SubjectId, into), cancel);
    }

    private async Task MoveThemeAsync(Guid from, Guid into, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ArticleThemes" ("ArticleId", "ThemeId")
            SELECT "ArticleId", {into} FROM "ArticleThemes" AS moved WHERE moved."ThemeId" = {from}
            AND NOT EXISTS (SELECT 1 FROM "ArticleThemes" AS known WHERE known."ArticleId" = moved."ArticleId" AND known."ThemeId" = {into})
            """,
            cancel);
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "ArticleThemes" WHERE "ThemeId" = {from}""", cancel);
        await db.Themes.Where(t => t.Id == from).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The parts come after those that are there, in the order that they had.</summary>
    private async Task MovePartsAsync(Guid from, Guid into, CancellationToken cancel)
    {
        var known = await db.DossierParts.AsNoTracking().Where(p => p.DossierId == into).ToListAsync(cancel);
        var moved = await db.DossierParts.AsNoTracking().Where(p => p.DossierId == from).OrderBy(p => p.Position).ToListAsync(cancel);
        var last = known.Count == 0 ? 0 : known.Max(p => p.Position);
        foreach (var (index, part) in moved.Where(p => !known.Exists(k => k.ArticleId == p.ArticleId)).Index())
        {
            db.DossierParts.Add(new DossierPart { DossierId = into, ArticleId = part.ArticleId, Position = last + index + 1 });
        }

        await db.SaveChangesAsync(cancel);
        await db.DossierParts.Where(p => p.DossierId == from).ExecuteDeleteAsync(cancel);
        await db.Dossiers.Where(d => d.Id == from).ExecuteDeleteAsync(cancel);
    }

    private async Task MoveBylinesAsync(Guid from, Guid into, CancellationToken cancel)
    {
        await db.Bylines.Where(b => b.AuthorId == from && db.Bylines.Any(other => other.ArticleId == b.ArticleId && other.AuthorId == into)).ExecuteDeleteAsync(cancel);
        await db.Bylines.Where(b => b.AuthorId == from).ExecuteUpdateAsync(b => b.SetProperty(x => x.AuthorId, into), cancel);
        var teams = db.Set<ClubPerson>();
        await teams.Where(p => p.AuthorId == from && teams.Any(other => other.ClubId == p.ClubId && other.AuthorId == into)).ExecuteDeleteAsync(cancel);
        await teams.Where(p => p.AuthorId == from).ExecuteUpdateAsync(p => p.SetProperty(x => x.AuthorId, into), cancel);
        await db.Authors.Where(a => a.Id == from).ExecuteDeleteAsync(cancel);
    }
}
