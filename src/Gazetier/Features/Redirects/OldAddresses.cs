using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Redirects;

/// <summary>
/// Leads from addresses that pages used to have to those they have now, with 301 (<see cref="Redirect"/>). Looked up only
/// when nothing else answers, so that a living page never pays for it and is never taken away by an old one.
/// </summary>
public sealed class OldAddresses(RequestDelegate next)
{
    private const int Longest = 500;

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        // A type means that somebody has answered already, the error page for one.
        var isUnanswered = response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null };
        if (!isUnanswered || !IsReading(context.Request.Method))
        {
            return;
        }

        if (await TargetOfAsync(context) is { } target)
        {
            response.Redirect(target, permanent: true);
        }
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static async Task<string?> TargetOfAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not { Length: > 1 and < Longest } path)
        {
            return null;
        }

        // The old site may have linked with the slash and without.
        var other = path.EndsWith('/') ? path[..^1] : path + "/";
        var db = context.RequestServices.GetRequiredService<GazetierDb>();
        var found = await db.Redirects.AsNoTracking().Where(r => r.Path == path || r.Path == other).ToListAsync(context.RequestAborted);
        var target = (found.Find(r => r.Path == path) ?? found.FirstOrDefault())?.Target;
        return target is null || target == path || target == other ? null : Written(target);
    }

    /// <summary>Only ever one of our own paths, and as a header may carry it: "/thèmes/" cannot stand there.</summary>
    private static string? Written(string target) =>
        LocalPath.Or(target, "").Length > 0 && Uri.TryCreate("http://localhost" + target, UriKind.Absolute, out var uri)
            ? uri.PathAndQuery + uri.Fragment
            : null;
}

public static class OldAddressesOfApplication
{
    /// <summary>Stands after routing and the kept pages, before the endpoints.</summary>
    public static void UseOldAddresses(this WebApplication app) => app.UseMiddleware<OldAddresses>();
}
