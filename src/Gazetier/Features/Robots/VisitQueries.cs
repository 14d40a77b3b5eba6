namespace Gazetier.Features.Robots;

public static class VisitQueries
{
    /// <summary>Each robot that read the rules as itself, with the first day; who borrows its name does not read for it.</summary>
    public static IQueryable<RulesRead> WhoReadTheRules(this IQueryable<RobotVisit> visits) =>
        visits.Where(v => v.Answer == RobotAnswer.Rules && v.Verdict != RobotVerdict.Impostor)
            .GroupBy(v => v.Robot).Select(same => new RulesRead { Robot = same.Key, On = same.Min(v => v.Day) });
}

/// <summary>The day on which a robot first read what it may do.</summary>
public sealed class RulesRead
{
    public required string Robot { get; init; }
    public DateOnly On { get; init; }
}
