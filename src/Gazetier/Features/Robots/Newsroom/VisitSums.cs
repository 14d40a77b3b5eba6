namespace Gazetier.Features.Robots.Newsroom;

/// <summary>A robot over a period: how often it came, whether it was who it said, what it was answered. Pure.</summary>
public sealed record VisitSums(string Robot, string Owner, string Class, long Verified, long Unknown, long Impostors, long Given, long Licence, long Refused)
{
    public long Total => Given + Licence + Refused;

    public static VisitSums Of(string robot, string owner, string kind, IReadOnlyCollection<RobotVisit> visits)
    {
        return new VisitSums(robot, owner, kind, Said(RobotVerdict.Verified), Said(RobotVerdict.Unknown), Said(RobotVerdict.Impostor), Got(RobotAnswer.Given), Got(RobotAnswer.Licence), Got(RobotAnswer.Refused));

        long Said(RobotVerdict verdict) => visits.Where(v => v.Verdict == verdict).Sum(v => v.Number);
        long Got(RobotAnswer answer) => visits.Where(v => v.Answer == answer).Sum(v => v.Number);
    }
}
