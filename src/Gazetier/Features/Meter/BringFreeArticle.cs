using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Gazetier.Features.Products;
using Gazetier.Web;

namespace Gazetier.Features.Meter;

/// <summary>
/// Opens a reserved article as one of the free ones of the month: counted on the server for an account, in a sealed first-party
/// cookie for a visitor. Programs get none: what they take is not read by anybody.
/// </summary>
public sealed class BringFreeArticle(KnownRules rules, KnownAsks asks, Seal seal, IServiceScopeFactory scopes, NewspaperOptions options, TimeProvider clock)
{
    private const string Purpose = "meter";
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(31);
    private readonly HostCookie _cookie = new(options, "compteur");

    public async ValueTask<Brought?> RunAsync(HttpContext context, Reader reader)
    {
        var cancel = context.RequestAborted;
        var known = await rules.GetAsync(cancel);
        var limit = known.Rules.FreeArticles(reader.Rights.IsRegistered);
        if (limit == 0 || CountReading.NumberIn(context.Request.Path.Value) is not { } article || !RealNavigation.Is(context.Request) || KnownRobot.Is(context.Request.Headers.UserAgent))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await asks.OfAsync(article, now, cancel) is not { Requirement: Requirement.Subscription } asked
            || !asked.AnyOf.Overlaps(ProductSet.Paper) || Decision.Of(asked, reader.Rights, now).MayReadAll)
        {
            return null;
        }

        var month = known.MonthOf(now);
        var (count, opens) = await CountAsync(context, reader, month, article, limit);
        var use = new MeterUse(count.Left(limit), limit, !opens);
        context.Features.Set(use);
        return new Brought(
            opens ? [new Grant(GrantSource.Meter, now, now.AddDays(1), "", default, article)] : [],
            opens ? $"libre:{use.Left}:{limit}" : $"lus:{limit}");
    }

    private async Task<(MeterCount Count, bool Opens)> CountAsync(HttpContext context, Reader reader, int month, long article, int limit)
    {
        var cancel = context.RequestAborted;
        if (reader.SignedIn is { } me)
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CountFreeReading>().RunAsync(me.AccountId, month, article, limit, cancel);
        }

        var before = MeterCount.Parse(await seal.OpenAsync(_cookie.Find(context.Request), Purpose, cancel)).In(month);
        if (before.Read(article, limit) is not { } after)
        {
            return (before, false);
        }

        if (after != before)
        {
            var closed = await seal.CloseAsync(after.ToString(), Purpose, cancel);
            // Late: a page that is about to be kept must not carry somebody's cookie.
            context.Response.OnStarting(() =>
            {
                _cookie.Write(context.Response, closed, CookieLifetime);
                return Task.CompletedTask;
            });
        }

        return (after, true);
    }
}
