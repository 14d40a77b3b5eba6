using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Gazetier.Web;

/// <summary>Answers from <see cref="PageCache"/>. The first step inside the error pages: a page that is kept costs no routing.</summary>
public sealed class GiveKeptPage(RequestDelegate next, PageCache cache, ClassifyRequest classify, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var pageClass = await ClassifyAsync(context);
        if (ReferenceEquals(pageClass.Apart, LedElsewhere.Apart) && context.Features.Get<LedElsewhere>() is { } led)
        {
            context.Response.Redirect(led.Path);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await MakeAsync(context, pageClass.Language);
            return;
        }

        var key = new PageKey(context.Request.Path.Value ?? "/", PageNumber(context.Request), pageClass);
        if (cache.Find(key, clock.GetUtcNow().UtcTicks) is { } page)
        {
            await page.WriteAsync(context);
            return;
        }

        context.Features.Set(new Asked(key, cache.Drops));
        await MakeAsync(context, pageClass.Language);
    }

    /// <summary>The error page is for whoever asked: what broke may be the very thing that tells who that is.</summary>
    private async ValueTask<PageClass> ClassifyAsync(HttpContext context)
    {
        try
        {
            return await classify(context);
        }
        catch (Exception) when (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return default;
        }
    }

    private Task MakeAsync(HttpContext context, Language language)
    {
        context.RequestServices.GetRequiredService<LanguageOfScope>().Language = language;
        return next(context);
    }

    /// <summary>1 without a number; 0, which no list has, for what is not one.</summary>
    internal static int PageNumber(HttpRequest request)
    {
        if (!request.QueryString.HasValue || !request.Query.TryGetValue("page", out var page) || StringValues.IsNullOrEmpty(page))
        {
            return 1;
        }

        return int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0;
    }

    /// <summary>What was asked and not found, for <see cref="KeepPage"/>.</summary>
    internal sealed record Asked(PageKey Key, long Drops);
}

/// <summary>Renders a public page once, keeps it, and answers with what it kept. Stands after routing.</summary>
public sealed class KeepPage(RequestDelegate next, PageCache cache, FirstSeen firstSeen, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // A page in demand that was just dropped is rendered by one request; the others wait for it.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<GiveKeptPage.Asked>() is not { } asked
            || context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not { } isPublic)
        {
            await next(context);
            return;
        }

        // What is the same for all is kept once: who asks, and with which query, makes no other page of it.
        var key = isPublic.SameForAll ? new PageKey(asked.Key.Path, 1, default) : asked.Key;
        var turn = _turns[(uint)key.GetHashCode() % _turns.Length];
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            if (cache.Find(key, clock.GetUtcNow().UtcTicks) is { } made)
            {
                await made.WriteAsync(context);
                return;
            }

            await RenderAsync(context, key, isPublic.SameForAll, cache.Drops);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task RenderAsync(HttpContext context, PageKey key, bool isSameForAll, long begun)
    {
        var response = context.Response;
        var outside = response.Body;
        using var inside = new MemoryStream(64 * 1024);
        response.Body = inside;
        // Kept or not (the database may be away): a public page stays in the index.
        response.Headers.Remove(SecurityHeaders.Robots);
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = outside;
        }

        var tags = context.Tags();
        var now = clock.GetUtcNow().UtcDateTime;
        if (isSameForAll && response.StatusCode == StatusCodes.Status200OK && response.Headers.LastModified.Count == 0)
        {
            response.Headers.LastModified = firstSeen.Of(key.Path, inside.GetBuffer().AsSpan(0, (int)inside.Length), now);
        }

        if (response.StatusCode != StatusCodes.Status200OK || !tags.IsKept || response.Headers.SetCookie.Count > 0)
        {
            // An answer without a body is left open: an error page, or a redirect, may still be put in its place.
            if (inside.Length == 0)
            {
                return;
            }

            if (isSameForAll && response.StatusCode == StatusCodes.Status200OK)
            {
                response.Headers.Vary = "Accept-Encoding";
                await new KeptPage(inside.ToArray(), response.Headers, [], 0, tags.Given).WriteAsync(context);
                return;
            }

            if (response.StatusCode == StatusCodes.Status200OK)
            {
                tags.Given?.Invoke(context);
            }

            response.ContentLength = inside.Length;
            await response.Body.WriteAsync(inside.GetBuffer().AsMemory(0, (int)inside.Length), context.RequestAborted);
            return;
        }

        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = isSameForAll ? "Accept-Encoding" : "Accept-Encoding, Cookie";
        var until = tags.Until is { } ends && ends < now + Longest ? ends : now + Longest;
        var page = new KeptPage(inside.ToArray(), response.Headers, tags.All, until.Ticks, tags.Given);
        cache.Keep(key, page, begun);
        await page.WriteAsync(context);
    }
}
