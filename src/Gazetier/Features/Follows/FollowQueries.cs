using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

public static class FollowQueries
{
    /// <summary>What one reader follows.</summary>
    public static async Task<IReadOnlyList<Subject>> SubjectsOfAsync(this IQueryable<Follow> follows, Guid accountId, CancellationToken cancel) =>
        await follows.AsNoTracking().Where(f => f.AccountId == accountId).Select(f => new Subject(f.Kind, f.SubjectId)).ToListAsync(cancel);

    /// <summary>Articles that any of <paramref name="follows"/> brings; a section brings those under it.</summary>
    public static IQueryable<Article> Followed(this IQueryable<Article> articles, IReadOnlyCollection<Subject> follows, SectionTree tree)
    {
        var themes = Ids(follows, FollowKind.Theme);
        var dossiers = Ids(follows, FollowKind.Dossier);
        var authors = Ids(follows, FollowKind.Author);
        var sections = Ids(follows, FollowKind.Section).SelectMany(tree.WithDescendants).Distinct().ToArray();
        return articles.Where(a =>
            a.Themes.Any(t => themes.Contains(t.Id))
            || a.DossierParts.Any(p => dossiers.Contains(p.DossierId))
            || a.Bylines.Any(b => authors.Contains(b.AuthorId))
            || sections.Contains(a.MainSectionId)
            || a.OtherSections.Any(s => sections.Contains(s.Id)));
    }

    private static Guid[] Ids(IEnumerable<Subject> follows, FollowKind kind) =>
        [.. follows.Where(f => f.Kind == kind).Select(f => f.Id)];
}
