using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>A revision that names a theme, dossier or author that became part of another, as it reads today.</summary>
internal static class ResolveMergers
{
    public static async Task<Content> ResolveAsync(this GazetierDb db, Content content, CancellationToken cancel)
    {
        List<Guid> named = [.. content.Themes, .. content.Dossiers, .. content.Authors];
        var merged = await db.Mergers.Where(m => named.Contains(m.FromId)).ToDictionaryAsync(m => m.FromId, m => m.IntoId, cancel);
        return merged.Count == 0 ? content : content with
        {
            Themes = Content.InOrder(content.Themes.Select(Today)),
            Dossiers = Content.InOrder(content.Dossiers.Select(Today)),
            Authors = [.. content.Authors.Select(Today).Distinct()],
        };

        Guid Today(Guid id) => merged.GetValueOrDefault(id, id);
    }
}
