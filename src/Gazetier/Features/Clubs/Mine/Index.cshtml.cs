using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Mine;

/// <summary>The clubs that a reader is a member of, and those that they may join.</summary>
public class IndexModel(GazetierDb db, OpenClubs clubs, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(OpenClub Club, bool IsMember, Product? Product)> Clubs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rights = HttpContext.Reader().Rights;
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(p => p.Number, cancel);
        Clubs = [.. (await clubs.AllAsync(cancel)).Select(club => (club, rights.IsMember(club.Product, now), club.Product is { } number ? products.GetValueOrDefault(number) : null))];
    }
}
