using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Products;

public static class ProductNames
{
    /// <summary>Names of all products, by their numbers.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> NamesAsync(this IQueryable<Product> products, CancellationToken cancel) =>
        await products.AsNoTracking().ToDictionaryAsync(p => p.Number, p => p.Name, cancel);

    /// <summary>"Le journal, Club Finances", in the order of their numbers.</summary>
    public static string Name(this ProductSet set, IReadOnlyDictionary<int, string> names, Phrases t) =>
        string.Join(", ", set.Numbers.Select(number => names.GetValueOrDefault(number) ?? t["produit n° {0}", number]));
}
