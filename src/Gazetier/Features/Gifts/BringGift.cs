using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts;

/// <summary>Opens the one article of a gift that this browser has opened, as long as the gift is good: one that is taken back ends within <see cref="Readers.Remembered"/>.</summary>
public sealed class BringGift(GiftCookie cookie, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int AtMost = 50_000;
    private readonly ConcurrentDictionary<Guid, (bool IsGood, DateTime Until)> _known = new();

    public async ValueTask<Brought?> RunAsync(HttpContext context, Reader reader)
    {
        if (!cookie.IsThere(context.Request) || CountReading.NumberIn(context.Request.Path.Value) is not { } article)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var gift = (await cookie.ReadAsync(context.Request, context.RequestAborted)).LastOrDefault(opened => opened.Article == article && now < opened.Until);
        return gift is not null && await IsGoodAsync(gift.Gift, now, context.RequestAborted)
            ? new Brought([new Grant(GrantSource.Gift, now, gift.Until, "", default, article)], "offert")
            : null;
    }

    private async ValueTask<bool> IsGoodAsync(Guid gift, DateTime now, CancellationToken cancel)
    {
        if (_known.TryGetValue(gift, out var known) && now < known.Until)
        {
            return known.IsGood;
        }

        await using var scope = scopes.CreateAsyncScope();
        var isGood = await scope.ServiceProvider.GetRequiredService<GazetierDb>().Gifts.AnyAsync(g => g.Id == gift && g.RevokedAt == null && g.ExpiresAt > now, cancel);
        if (_known.Count > AtMost)
        {
            _known.Clear();
        }

        _known[gift] = (isGood, now + Readers.Remembered);
        return isGood;
    }
}
