namespace Gazetier.Features.Figures;

/// <summary>
/// Other sites that are named today. Whoever sends invented referrers names at most <see cref="Most"/> a day and node; readers who come
/// from a site beyond are counted without its name.
/// </summary>
public sealed class HostsOfDay(TimeProvider clock)
{
    public const int Most = 200;

    private readonly HashSet<CountKey> _named = [];
    private readonly Lock _turn = new();
    private DateOnly _day;

    public bool MayName(CountKey host)
    {
        lock (_turn)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (today != _day)
            {
                _named.Clear();
                _day = today;
            }

            return _named.Contains(host) || (_named.Count < Most && _named.Add(host));
        }
    }
}
