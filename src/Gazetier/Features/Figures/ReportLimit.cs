using Gazetier.Features.Accounts;

namespace Gazetier.Features.Figures;

/// <summary>
/// How many reports of reading one network may send, so that nobody makes figures up by the million. In the memory of one node, for an
/// hour, as all limits are; a town hall with a thousand readers stays below it.
/// </summary>
public sealed class ReportLimit(TimeProvider clock)
{
    public const int AnHour = 3000;

    private readonly AttemptCounter _networks = new(TimeSpan.FromHours(1), 50_000, clock);

    public bool MayReport(string network) => _networks.Add(network) <= AnHour;
}
