using Gazetier.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Web;

/// <summary>Something of ours broke: logged once with a number, which the reader sees and can quote.</summary>
public sealed partial class Incidents(ILogger<Incidents> log) : IExceptionHandler
{
    /// <summary>Key of the number among the request's items.</summary>
    public const string Number = "incident";

    /// <summary>Among the request's items when it will pass by itself: 503, not 500.</summary>
    public const string Passing = "passing";

    /// <summary>Among the request's items when somebody else changed the same first: 409, not 500.</summary>
    public const string Overtaken = "overtaken";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            // Too large, malformed: the sender's fault, and said so by the status alone.
            httpContext.Response.StatusCode = bad.StatusCode;
            return ValueTask.FromResult(false);
        }

        if (exception is DbUpdateConcurrencyException)
        {
            // Two saved the same in one instant; the row that was first stays. It is nothing that broke.
            httpContext.Items[Overtaken] = true;
            return ValueTask.FromResult(false);
        }

        var number = Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant();
        httpContext.Items[Number] = number;
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        Broke(log, exception, number, httpContext.Request.Method, path);
        if (DatabaseAway.IsCauseOf(exception))
        {
            httpContext.Items[Passing] = true;
            httpContext.Response.Headers.RetryAfter = "30";
        }

        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Number}: {Method} {Path}")]
    private static partial void Broke(ILogger log, Exception error, string number, string method, string path);
}
