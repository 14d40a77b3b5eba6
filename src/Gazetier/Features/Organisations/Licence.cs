using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Organisations;

/// <summary>Licence: what the contract of an organisation allows beyond reading. A contract without one has the defaults.</summary>
public class Licence
{
    public Guid SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    /// <summary>Sessions that somebody who sits in it has at once. 0: as many as they like; null: as the newspaper's rules say.</summary>
    public int? MostSessions { get; set; }

    /// <summary>Its articles may be passed on within the organisation, in a press review for instance .</summary>
    public bool MayRedistribute { get; set; }

    /// <summary>Of several contracts that somebody sits in, the most generous counts. Pure.</summary>
    /// <param name="caps">Of each contract, as <see cref="MostSessions"/>.</param>
    /// <param name="byDefault">What the newspaper's rules say; 0: none.</param>
    /// <returns>Null: no cap.</returns>
    public static int? MostOf(IReadOnlyCollection<int?> caps, int byDefault)
    {
        var said = caps.Select(cap => cap ?? byDefault).ToList();
        return said.Count == 0 || said.Contains(0) ? null : said.Max();
    }
}
