using Gazetier.Features.Licensing;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// Meets every request before the kept pages: who says to be a robot of the list is given what the newspaper decided for its kind, and
/// counted. For all others it is one look at the <c>User-Agent</c>. No robot brings a right: neither cookies nor its address open anything.
/// </summary>
public sealed class MeetRobots(RequestDelegate next, RequestDelegate turnAway, KnownRobots robots, FindLine lines, VerifyRobots verify, RobotTally tally)
{
    public Task InvokeAsync(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent;
        return agent.Count == 0 || robots.List.Find(agent.ToString()) is not { } robot ? next(context) : MeetAsync(context, robot);
    }

    private async Task MeetAsync(HttpContext context, Robot robot)
    {
        var path = context.Request.Path.Value ?? "/";
        var line = await lines.AtAsync(path, context.RequestAborted);
        var choice = line.For(robot.Class);
        var answer = line.IsOpenTo(robot.Class) || FindLine.IsAlwaysOpen(path) ? RobotAnswer.Given : choice == RobotChoice.Licensed ? RobotAnswer.Licence : RobotAnswer.Refused;
        tally.Add(new VisitKey(robot.Name, robot.Class, verify.Of(robot, context.Connection.RemoteIpAddress), answer));
        if (answer != RobotAnswer.Given)
        {
            context.Response.StatusCode = answer == RobotAnswer.Licence ? StatusCodes.Status402PaymentRequired : StatusCodes.Status403Forbidden;
            await turnAway(context);
            return;
        }

        context.Request.Headers.Cookie = default;
        context.Connection.RemoteIpAddress = null;
        if (choice == RobotChoice.Preview)
        {
            context.Response.OnStarting(ShowInShortAsync, context.Response);
        }

        await next(context);
    }

    /// <summary>Beside what the page itself says.</summary>
    private static Task ShowInShortAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (!headers[SecurityHeaders.Robots].ToString().Contains("noindex", StringComparison.Ordinal))
        {
            headers[SecurityHeaders.Robots] = FormattableString.Invariant($"noarchive, max-snippet:{RobotLine.Snippet}");
        }

        return Task.CompletedTask;
    }
}
