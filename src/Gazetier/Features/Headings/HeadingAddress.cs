using Gazetier.Data;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings;

/// <summary>Addresses of what articles stand under: sections, themes, dossiers, authors.</summary>
public static class HeadingAddress
{
    /// <summary>Slugs that the newsroom's own pages take.</summary>
    private static readonly string[] Reserved = ["nouveau", "feed"];

    /// <summary>The first part of the address: "themes".</summary>
    public static string Folder(this FollowKind kind) => kind switch
    {
        FollowKind.Theme => "themes",
        FollowKind.Section => "rubriques",
        FollowKind.Dossier => "dossiers",
        _ => "auteurs",
    };

    /// <summary>"/themes/eau/".</summary>
    public static string Of(FollowKind kind, string slug) => $"/{kind.Folder()}/{slug}/";

    /// <summary>"/redaction/themes/eau".</summary>
    public static string Newsroom(FollowKind kind, string slug) => $"/redaction/{kind.Folder()}/{slug}";

    /// <summary>What keeps <paramref name="slug"/> from being the address of <paramref name="own"/>; null where it is free.</summary>
    /// <param name="own">Null for one that is new. An address that it had before is its own.</param>
    public static async Task<string?> TakenByAsync(this GazetierDb db, FollowKind kind, string slug, Guid? own, CancellationToken cancel)
    {
        var all = await db.Followables(kind).ToListAsync(cancel);
        if (Reserved.Contains(slug, StringComparer.Ordinal))
        {
            return slug;
        }

        if (all.Find(named => named.Slug == slug && named.Id != own) is { } other)
        {
            return other.Name;
        }

        var path = Of(kind, slug);
        var target = await db.Redirects.Where(r => r.Path == path).Select(r => r.Target).FirstOrDefaultAsync(cancel);
        return target is null || all.Exists(named => named.Id == own && Of(kind, named.Slug) == target) ? null : target;
    }
}
