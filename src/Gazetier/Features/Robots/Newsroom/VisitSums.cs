using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots.Newsroom;

/// <summary>A robot over a period: how often it came, whether it was who it said, what it was answered. Pure.</summary>
/// <param name="Rules">How often it read the rules.</param>
/// <param name="ReadOn">The first day, of all that are kept, on which it read them as itself; null: it never did.</param>
public sealed record VisitSums(
    string Robot, string Owner, string Class, long Verified, long Unknown, long Impostors, long Rules, long Given, long Licence, long Refused, DateOnly? ReadOn)
{
    public long Total => Rules + Given + Licence + Refused;

    public static VisitSums Of(string robot, string owner, string kind, IReadOnlyCollection<VisitCount> visits, DateOnly? readOn)
    {
        return new VisitSums(
            robot, owner, kind, Said(RobotVerdict.Verified), Said(RobotVerdict.Unknown), Said(RobotVerdict.Impostor),
            Got(RobotAnswer.Rules), Got(RobotAnswer.Given), Got(RobotAnswer.Licence), Got(RobotAnswer.Refused), readOn);

        long Said(RobotVerdict verdict) => visits.Where(v => v.Verdict == verdict).Sum(v => v.Number);
        long Got(RobotAnswer answer) => visits.Where(v => v.Answer == answer).Sum(v => v.Number);
    }
}

/// <summary>Rows of the log added up over days and sections.</summary>
public sealed record VisitCount(string Robot, RobotClass Class, RobotVerdict Verdict, RobotAnswer Answer, long Number);
