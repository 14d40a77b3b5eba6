using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Microsoft.AspNetCore.Http;

namespace Gazetier.Tests.Features.Figures;

public class TempBench
{
    private const string Agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Fact]
    public void Cost()
    {
        var tally = new ReadTally();
        var wish = new DoNotMeasure(new NewspaperOptions());
        var count = new CountReading(tally, new HostsOfDay(TimeProvider.System), wish);
        var given = count.ArticleGiven(3, AccessClass.Visitor, true)!;
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Host = new HostString("journal.example");
        context.Request.Headers.UserAgent = Agent;
        context.Request.Headers.Referer = "https://www.google.com/";
        context.Request.Headers.AcceptLanguage = "fr";
        context.Request.Headers["Sec-Fetch-Site"] = "cross-site";
        var key = new CountKey(3, ReadStep.Stopped, "Visitor");
        var request = context.Request;
        Assert.Fail(string.Join("; ",
            Measure("all", () => given(context)),
            Measure("robot", () => KnownRobot.Is(Agent)),
            Measure("referrer", () => Referrer.Of("https://www.google.com/", "journal.example", out _)),
            Measure("tally", () => tally.Add(key)),
            Measure("wish", () => wish.IsAsked(request)),
            Measure("header", () => request.Headers.ContainsKey("Sec-Purpose")),
            Measure("host", () => _ = request.Host.Value)));
    }

    private static string Measure(string name, Action action)
    {
        for (var i = 0; i < 300_000; i++)
        {
            action();
        }

        var best = double.MaxValue;
        for (var round = 0; round < 8; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < 500_000; i++)
            {
                action();
            }

            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        return $"{name} {best * 2:0} ns";
    }
}
