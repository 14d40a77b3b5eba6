using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Which section lies within which: who follows a section follows those under it.</summary>
public sealed class SectionTree(IReadOnlyDictionary<Guid, Guid?> parents)
{
    public static async Task<SectionTree> LoadAsync(GazetierDb db, CancellationToken cancel) =>
        new(await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.ParentId, cancel));

    /// <summary>The section, then its parent, and so on to the top.</summary>
    public IEnumerable<Guid> WithAncestors(Guid section)
    {
        Guid? at = section;
        // No tree is deeper than it has sections: a circle made by hand in the database must not hang the morning.
        for (var step = 0; at is { } id && step <= parents.Count; step++)
        {
            yield return id;
            at = parents.GetValueOrDefault(id);
        }
    }

    /// <summary>The section and all that lie under it.</summary>
    public IReadOnlyCollection<Guid> WithDescendants(Guid section) =>
        [.. parents.Keys.Where(id => WithAncestors(id).Contains(section)).DefaultIfEmpty(section)];
}
