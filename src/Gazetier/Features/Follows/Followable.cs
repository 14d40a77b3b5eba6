using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Things that can be followed, found by the slugs of their addresses.</summary>
public static class Followable
{
    /// <summary>The kind that a button names: "theme", "section", "dossier", "author", "place" or "legaltext". A phrase is its readers' own and has no button.</summary>
    public static FollowKind? KindOf(string? name) =>
        Enum.GetValues<FollowKind>().Cast<FollowKind?>().FirstOrDefault(kind => kind != FollowKind.Keyword && NameOf(kind!.Value) == name);

    public static string NameOf(FollowKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>All of a kind, in no order; of places those in use. Keywords have names only for their readers, and none here.</summary>
    public static IQueryable<Named> Followables(this GazetierDb db, FollowKind kind) => Named(db, kind, of: null);

    /// <summary>Those of a kind that have these numbers.</summary>
    public static IQueryable<Named> Followables(this GazetierDb db, FollowKind kind, IReadOnlyCollection<Guid> of) => Named(db, kind, of);

    /// <summary>The ones that <paramref name="slugs"/> name; what is not there is left out.</summary>
    public static async Task<IReadOnlyList<Named>> FindAsync(this GazetierDb db, FollowKind kind, IReadOnlyCollection<string> slugs, CancellationToken cancel) =>
        slugs.Count == 0 ? [] : [.. (await db.Followables(kind).ToListAsync(cancel)).Where(named => slugs.Contains(named.Slug, StringComparer.Ordinal))];

    /// <summary>What things that are followed are called; a keyword's name is in its follow.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(this GazetierDb db, IEnumerable<Follow> follows, CancellationToken cancel)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var kind in follows.Where(f => f.Kind != FollowKind.Keyword).GroupBy(f => f.Kind))
        {
            List<Guid> ids = [.. kind.Select(f => f.SubjectId).Distinct()];
            foreach (var named in await db.Followables(kind.Key, ids).ToListAsync(cancel))
            {
                names[named.Id] = named.Name;
            }
        }

        return names;
    }

    private static IQueryable<Named> Named(GazetierDb db, FollowKind kind, IReadOnlyCollection<Guid>? of) => kind switch
    {
        FollowKind.Theme => (of is null ? db.Themes : db.Themes.Where(t => of.Contains(t.Id))).AsNoTracking().Select(t => new Named(t.Id, t.Slug, t.Name)),
        FollowKind.Section => (of is null ? db.Sections : db.Sections.Where(s => of.Contains(s.Id))).AsNoTracking().Select(s => new Named(s.Id, s.Slug, s.Name)),
        FollowKind.Dossier => (of is null ? db.Dossiers : db.Dossiers.Where(d => of.Contains(d.Id))).AsNoTracking().Select(d => new Named(d.Id, d.Slug, d.Title)),
        FollowKind.Author => (of is null ? db.Authors : db.Authors.Where(a => of.Contains(a.Id))).AsNoTracking().Select(a => new Named(a.Id, a.Slug, a.Name)),
        FollowKind.Place => (of is null ? db.Places : db.Places.Where(p => of.Contains(p.Id))).AsNoTracking().Select(p => new Named(p.Id, p.Slug, p.Name)),
        FollowKind.LegalText => (of is null ? db.LegalTexts : db.LegalTexts.Where(t => of.Contains(t.Id))).Where(t => t.AppearedAt != null).AsNoTracking().Select(t => new Named(t.Id, t.Slug, t.Reference)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
