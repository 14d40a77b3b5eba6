using Gazetier.Features.Licensing;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// Says with every public page and file what robots may do with it, by its address. It stands inside what keeps pages: they are kept with
/// what was said, and saying costs a kept page nothing. Personal answers say nothing: nobody may list them anyway.
/// </summary>
public sealed class SayLine(RequestDelegate next, FindLine lines, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        return endpoint?.GetMetadata<PublicPageAttribute>() is { } page && context.Features.Get<GiveKeptPage.Asked>() is not null ? SayOnPageAsync(context, page)
            : endpoint?.GetMetadata<PublicFileAttribute>() is not null ? SayOnFileAsync(context)
            : next(context);
    }

    private async Task SayOnPageAsync(HttpContext context, PublicPageAttribute page)
    {
        await next(context);
        var path = context.Request.Path.Value ?? "/";
        // The files that say the rules are no content.
        if (context.Response.StatusCode == StatusCodes.Status200OK && !(page.SameForAll && FindLine.IsAlwaysOpen(path)))
        {
            context.Response.Say(await context.RequestServices.GetRequiredService<ReadLine>().AtAsync(path, context.RequestAborted), address);
        }
    }

    /// <summary>When the answer starts: what gives a file decides on its headers last.</summary>
    private async Task SayOnFileAsync(HttpContext context)
    {
        var (line, _) = await lines.AtAsync(context.Request.Path.Value ?? "/", context.RequestAborted);
        if (line.IsReserved)
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified)
                {
                    context.Response.Say(line, address);
                }

                return Task.CompletedTask;
            });
        }

        await next(context);
    }
}
