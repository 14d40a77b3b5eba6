using Gazetier.Changes;
using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Gazetier.Features.Sections;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Robots;

/// <summary>What tests of robots do.</summary>
public static class RobotsSteps
{
    public const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /// <summary>Decides what robots may do, as the desk does.</summary>
    public static async Task DecideAsync(this Site site, RobotLine paper, params (Section Section, RobotClass Class, RobotChoice Choice)[] exceptions)
    {
        await site.DoAsync(async db =>
        {
            db.Add(new RobotSetting { Line = paper, ChangedAt = site.Now, Version = 1 });
            db.AddRange(exceptions.Select(e => new RobotException { SectionId = e.Section.Id, Class = e.Class, Choice = e.Choice }));
            db.Append(site.Now, "robots.changed", ChangeLog.Everything);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
    }

    /// <summary>Asks as the robot of that name.</summary>
    public static Task<Answer> AskAsync(this Browser browser, string path, string robot, string? from = null, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", robot == Browser ? robot : $"Mozilla/5.0 (compatible; {robot}/1.2; +https://robot.example/)");
        if (from is not null)
        {
            request.Headers.Add("X-Test-Address", from);
        }

        return browser.SendAsync(request);
    }

    /// <summary>The log: "GPTBot Training Unknown Refused juridique: 2".</summary>
    public static async Task<IReadOnlyList<string>> VisitsAsync(this Site site)
    {
        await site.Services.GetRequiredService<KeepVisits>().RunAsync(CancellationToken.None);
        return await site.DoAsync(db => Task.FromResult<IReadOnlyList<string>>([.. db.RobotVisits.AsEnumerable().Select(v => $"{v.Robot} {v.Class} {(v.Section.Length > 0 ? $"{v.Verdict} {v.Answer} {v.Section}" : $"{v.Verdict} {v.Answer}")}: {v.Number}").Order(StringComparer.Ordinal)]));
    }
}
