using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Gazetier.Bench;

/// <summary>The peer of every page: what Kestrel can do at most with these bytes. No routing, no logging, nothing looked up.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string file, int port, CancellationToken cancel)
    {
        var answer = Answer.Load(file);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = answer.Headers.Remove("Server"));
        await using var app = builder.Build();
        var headers = answer.Headers.Where(header => header.Key != "Content-Length").ToArray();
        app.Run(context => GiveAsync(context, answer, headers));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static Task GiveAsync(HttpContext context, Answer answer, KeyValuePair<string, string>[] headers)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Body.Length == 0)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = answer.Body.Length;
        return response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }
}
