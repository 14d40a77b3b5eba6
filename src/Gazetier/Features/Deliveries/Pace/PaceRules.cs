using Gazetier.Web;

namespace Gazetier.Features.Deliveries.Pace;

/// <summary>The rules of the pace as they stand: which limits a mail meets. Pure.</summary>
public sealed class PaceRules(IReadOnlyCollection<PaceRule> rules, WarmUpPlan? plan, TimeZoneInfo zone)
{
    private readonly Dictionary<string, PaceRule> _rules = rules.ToDictionary(rule => rule.Domain, StringComparer.Ordinal);

    public static PaceRules None { get; } = new([], null, TimeZoneInfo.Utc);

    /// <summary>Nothing is limited: nobody needs to ask.</summary>
    public bool AreNone => _rules.Count == 0 && plan is null;

    /// <summary>Lines of its own; null: it shares those of all.</summary>
    /// <param name="domain">In small letters.</param>
    public int? AtOnce(string domain) => _rules.GetValueOrDefault(domain)?.AtOnce;

    /// <param name="domain">In small letters.</param>
    /// <param name="now">UTC.</param>
    public IEnumerable<PaceLimit> Of(string domain, DateTime now)
    {
        var rule = _rules.GetValueOrDefault(domain);
        if (rule?.PerMinute is { } perMinute)
        {
            var minute = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
            yield return new PaceLimit(domain, PaceWindow.Minute, minute, minute.AddMinutes(1), perMinute);
        }

        if (rule?.PerDay is { } perDay)
        {
            yield return Day(domain, now, perDay);
        }

        if (plan?.AllowanceOn(LocalMoment.DayOf(now, zone)) is { } allowance)
        {
            yield return Day(PaceLimit.AllDomains, now, allowance);
        }
    }

    private PaceLimit Day(string domain, DateTime now, int most)
    {
        var day = LocalMoment.DayOf(now, zone);
        return new PaceLimit(domain, PaceWindow.Day, LocalMoment.StartOf(day, zone), LocalMoment.StartOf(day.AddDays(1), zone), most);
    }
}
