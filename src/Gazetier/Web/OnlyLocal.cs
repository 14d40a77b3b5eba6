using System.Net;
using Gazetier.Data;

namespace Gazetier.Web;

/// <summary>Answers on loopback, or on the port that the operator gave for it; elsewhere the address does not exist.</summary>
public static class OnlyLocal
{
    public static IApplicationBuilder UseOnlyLocal(this IApplicationBuilder app, string path, NewspaperOptions options) =>
        app.Use((context, next) =>
        {
            var isAsked = context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
            if (isAsked && !IsLocal(context.Connection) && context.Connection.LocalPort != options.MetricsPort)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return next(context);
        });

    /// <summary>Null: a request made inside the process, by tests.</summary>
    public static bool IsLocal(ConnectionInfo connection) =>
        connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
}
