using Gazetier.Data;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings;

/// <summary>What depends on a section, theme, dossier or author.</summary>
/// <param name="Articles">Whatever their status.</param>
/// <param name="Drafts">Manuscripts whose newest revision names it and is not out.</param>
/// <param name="Blocks">Of front pages, drafts among them.</param>
/// <param name="Below">Sections under a section.</param>
/// <param name="Clubs">That a section is, or whose team an author is of.</param>
public sealed record HeadingUse(int Articles, int Followers, int Drafts, int Blocks, int Below, int Clubs)
{
    public bool IsNone => Articles + Followers + Drafts + Blocks + Below + Clubs == 0;

    public static async Task<HeadingUse> ReadAsync(GazetierDb db, FollowKind kind, Guid id, CancellationToken cancel)
    {
        var named = id.ToString();
        return new HeadingUse(
            await db.ArticlesUnder(kind, id).CountAsync(cancel),
            await db.Follows.CountAsync(f => f.Kind == kind && f.SubjectId == id, cancel),
            await db.Manuscripts.CountAsync(m => m.Newest != m.PublishedRevision && db.Revisions.Any(r => r.ArticleId == m.ArticleId && r.Number == m.Newest && r.Json.Contains(named)), cancel),
            await db.FrontPageBlocks.CountAsync(b => b.SubjectId == id, cancel),
            await db.Sections.CountAsync(s => s.ParentId == id, cancel),
            await db.Clubs.CountAsync(c => c.SectionId == id || c.Team.Any(person => person.AuthorId == id), cancel));
    }
}

public static class HeadingQueries
{
    /// <summary>Articles of any status that stand under it themselves: of a section, not those of the sections below.</summary>
    public static IQueryable<long> ArticlesUnder(this GazetierDb db, FollowKind kind, Guid id) => kind switch
    {
        FollowKind.Theme => db.Articles.Where(a => a.Themes.Any(t => t.Id == id)).Select(a => a.Id),
        FollowKind.Section => db.Articles.Where(a => a.MainSectionId == id || a.OtherSections.Any(s => s.Id == id)).Select(a => a.Id),
        FollowKind.Dossier => db.DossierParts.Where(p => p.DossierId == id).Select(p => p.ArticleId),
        _ => db.Bylines.Where(b => b.AuthorId == id).Select(b => b.ArticleId),
    };
}
