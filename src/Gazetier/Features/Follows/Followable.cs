using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Things that can be followed, found by the slugs of their addresses.</summary>
public static class Followable
{
    /// <summary>The kind that a form names: "theme", "section", "dossier" or "author".</summary>
    public static FollowKind? KindOf(string? name) =>
        Enum.GetValues<FollowKind>().Cast<FollowKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == name);

    public static string NameOf(FollowKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>All of a kind, in no order.</summary>
    public static IQueryable<Named> Followables(this GazetierDb db, FollowKind kind) => kind switch
    {
        FollowKind.Theme => db.Themes.AsNoTracking().Select(t => new Named(t.Id, t.Slug, t.Name)),
        FollowKind.Section => db.Sections.AsNoTracking().Select(s => new Named(s.Id, s.Slug, s.Name)),
        FollowKind.Dossier => db.Dossiers.AsNoTracking().Select(d => new Named(d.Id, d.Slug, d.Title)),
        FollowKind.Author => db.Authors.AsNoTracking().Select(a => new Named(a.Id, a.Slug, a.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The ones that <paramref name="slugs"/> name; what is not there is left out.</summary>
    public static async Task<IReadOnlyList<Named>> FindAsync(this GazetierDb db, FollowKind kind, IReadOnlyCollection<string> slugs, CancellationToken cancel) =>
        slugs.Count == 0 ? [] : [.. (await db.Followables(kind).ToListAsync(cancel)).Where(named => slugs.Contains(named.Slug, StringComparer.Ordinal))];
}
