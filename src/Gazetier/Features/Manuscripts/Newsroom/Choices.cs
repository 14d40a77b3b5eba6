using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Products;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>What the forms of the newsroom offer to choose from.</summary>
public sealed record Choices(
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Choice> Themes,
    IReadOnlyList<Choice> Dossiers,
    IReadOnlyList<Choice> Authors,
    IReadOnlyList<Product> Products)
{
    public static async Task<Choices> ReadAsync(GazetierDb db, CancellationToken cancel) => new(
        InTree(await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel)),
        await db.Themes.OrderBy(t => t.Name).Select(t => new Choice(t.Id, t.Name)).ToListAsync(cancel),
        await db.Dossiers.OrderBy(d => d.Title).Select(d => new Choice(d.Id, d.Title)).ToListAsync(cancel),
        await db.Authors.OrderBy(a => a.Name).Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel),
        await db.Products.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel));

    /// <summary>Whoever writes: all of the staff but the desk and the moderators.</summary>
    public static async Task<IReadOnlyList<Choice>> WritersAsync(GazetierDb db, CancellationToken cancel)
    {
        StaffRole?[] roles = [.. Enum.GetValues<StaffRole>().Where(role => role.May(StaffAct.Write)).Select(role => (StaffRole?)role)];
        return await db.Accounts.Where(a => roles.Contains(a.Role)).OrderBy(a => a.DisplayName)
            .Select(a => new Choice(a.Id, a.DisplayName)).ToListAsync(cancel);
    }

    /// <summary>Each section after the one above it.</summary>
    private static List<Section> InTree(List<Section> all)
    {
        var ordered = new List<Section>();
        Add(null);
        // What a circle in the tree would hide is offered all the same.
        return [.. ordered, .. all.Except(ordered)];

        void Add(Guid? parent)
        {
            foreach (var section in all.Where(s => s.ParentId == parent && !ordered.Contains(s)))
            {
                ordered.Add(section);
                Add(section.Id);
            }
        }
    }
}

/// <summary>Something to choose.</summary>
public sealed record Choice(Guid Id, string Name);
