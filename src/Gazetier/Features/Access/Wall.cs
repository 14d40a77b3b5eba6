using Gazetier.Data;
using Gazetier.Features.Products;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

/// <summary>The box that stands in the place of what is withheld (G-04).</summary>
/// <param name="Asked">What the article asks for.</param>
/// <param name="Cut">Where it was cut; only its numbers and headings are shown.</param>
/// <param name="Path">The article's address, where signing in leads back to.</param>
/// <param name="IsRegistered">The reader is signed in, and still may not read it.</param>
public record Wall(Requirement Asked, Cut Cut, string Path, bool IsRegistered)
{
    /// <summary>The sentence under its head, where what is withheld is no article; null: that of articles.</summary>
    public string? Why { get; init; }

    /// <summary>Names of the products that would open it, where the newspaper itself does not: "Club Finances".</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>A product that would open it and can be tried; null: none.</summary>
    public Product? Trial { get; init; }

    /// <summary>Free articles of the month, all of them read; 0: there are none.</summary>
    public int FreeArticlesRead { get; init; }

    /// <summary>The reader subscribes, to something else.</summary>
    public bool IsNotIncluded { get; init; }
}

public static class WallProducts
{
    /// <summary>Names what would open it: the products, where the newspaper itself would not, and the one that can be tried.</summary>
    public static async Task<Wall> NamedAsync(this GazetierDb db, Wall wall, Asked asked, CancellationToken cancel)
    {
        var numbers = asked.AnyOf.Numbers.ToArray();
        var products = await db.Products.AsNoTracking().Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(cancel);
        return wall with
        {
            Products = asked.AnyOf.Overlaps(ProductSet.Paper) ? [] : [.. products.Select(p => p.Name)],
            Trial = products.Find(p => p.TrialDays > 0 && p.RetiredAt is null),
        };
    }
}
