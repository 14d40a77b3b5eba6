using Gazetier.Features.Licensing;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// Meets every request before the kept pages: who says to be a robot of the list is given what the newspaper decided for its kind, and
/// counted: the rules that it read, the pages that it was given or refused. For all others it is one look at the <c>User-Agent</c>. No robot
/// brings a right: neither cookies nor its address open anything.
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
        var (line, place) = await lines.AtAsync(path, context.RequestAborted);
        var choice = line.For(robot.Class);
        var isOpen = FindLine.IsAlwaysOpen(path);
        if (!isOpen && !line.IsOpenTo(robot.Class))
        {
            var answer = choice == RobotChoice.Licensed ? RobotAnswer.Licence : RobotAnswer.Refused;
            if (FindLine.IsPage(path))
            {
                Count(context, robot, answer, place);
            }

            context.Response.StatusCode = answer == RobotAnswer.Licence ? StatusCodes.Status402PaymentRequired : StatusCodes.Status403Forbidden;
            await turnAway(context);
            return;
        }

        context.Request.Headers.Cookie = default;
        context.Features.Set(BringsNoRight.Mark);
        if (choice == RobotChoice.Preview)
        {
            context.Response.OnStarting(ShowInShortAsync, context.Response);
        }

        await next(context);
        // Only now is it known whether there was anything to give.
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && (isOpen ? FindLine.SaysTheRules(path) : FindLine.IsPage(path)))
        {
            Count(context, robot, isOpen ? RobotAnswer.Rules : RobotAnswer.Given, place);
        }
    }

    /// <summary>Who asks for the head only, or sends something, was given no page.</summary>
    private void Count(HttpContext context, Robot robot, RobotAnswer answer, string place)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            tally.Add(new VisitKey(robot.Name, robot.Class, verify.Of(robot, context.Connection.RemoteIpAddress), answer, place));
        }
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
