namespace Gazetier.Features.Deliveries;

/// <summary>The sum of one posting, kept by all that send at once.</summary>
public sealed class Tally
{
    private readonly Lock _lock = new();
    private Posted _sum;

    /// <summary>No server was there: the others of the batch would fare no better.</summary>
    public bool IsUnreachable { get; set; }

    public Posted Sum
    {
        get
        {
            lock (_lock)
            {
                return _sum;
            }
        }
    }

    public void Add(Posted part)
    {
        lock (_lock)
        {
            _sum += part;
        }
    }
}
