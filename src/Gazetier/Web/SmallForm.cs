using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Web;

/// <summary>
/// For pages whose forms hold a few lines: what is larger is not read at all (413), what cannot be read is said to be so
/// (400). Without it the framework hands the page an empty form.
/// </summary>
public sealed class SmallForm : IAsyncResourceFilter
{
    /// <summary>Bytes of a whole form.</summary>
    public const long Largest = 64 * 1024;

    /// <summary>Bytes that these pages take.</summary>
    public long Limit { get; init; } = Largest;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Limit;
        }

        if (await RefusalAsync(request) is { } refusal)
        {
            // The page that explains it must not try to read the form again.
            request.Form = FormCollection.Empty;
            context.Result = refusal;
            return;
        }

        await next();
    }

    private async Task<StatusCodeResult?> RefusalAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit)
        {
            return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            if (request.HasFormContentType)
            {
                await request.ReadFormAsync(request.HttpContext.RequestAborted);
            }

            return null;
        }
        catch (BadHttpRequestException error)
        {
            return new StatusCodeResult(error.StatusCode);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
