namespace Gazetier.Features.Accounts;

/// <summary>
/// Slows down who guesses passwords, and locks out nobody (S-04): attempts are counted by address and network together,
/// by network, and by address. An address under attack from everywhere leaves each new network a few attempts, a network
/// that its reader signed in from the usual number, and a browser that was signed in before a number of its own. In the
/// memory of one node; unknown addresses are counted like known ones.
/// </summary>
public class SignInThrottle(TimeProvider clock)
{
    /// <summary>What a refused reader is told to wait.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public const int PairLimit = 10;
    public const int PairLimitUnderAttack = 3;
    public const int NetworkLimit = 100;
    public const int AddressLimit = 50;
    public const int DeviceLimit = 10;
    private const int Capacity = 50_000;

    private readonly AttemptCounter _pairs = new(Window, Capacity, clock);
    private readonly AttemptCounter _networks = new(Window, Capacity, clock);
    private readonly AttemptCounter _addresses = new(TimeSpan.FromHours(1), Capacity, clock);
    private readonly AttemptCounter _devices = new(Window, Capacity, clock);
    private readonly AttemptCounter _knownNetworks = new(TimeSpan.FromDays(30), Capacity, clock);

    /// <summary>Counts the attempt as a failure beforehand, so that many at a time gain nothing; false: it is one too many.</summary>
    public bool TryBegin(Attempt attempt)
    {
        if (attempt.Device is { } device)
        {
            return _devices.Add(device) <= DeviceLimit;
        }

        var isUnderAttack = _addresses.Of(attempt.Address) >= AddressLimit && _knownNetworks.Of(attempt.Pair) == 0;
        if (_networks.Of(attempt.Network) >= NetworkLimit || _pairs.Of(attempt.Pair) >= (isUnderAttack ? PairLimitUnderAttack : PairLimit))
        {
            return false;
        }

        _networks.Add(attempt.Network);
        _addresses.Add(attempt.Address);
        _pairs.Add(attempt.Pair);
        return true;
    }

    /// <summary>The password was right. Only what this attempt counted is taken back from what others share.</summary>
    public void Succeeded(Attempt attempt)
    {
        if (attempt.Device is { } device)
        {
            _devices.Clear(device);
        }
        else
        {
            _networks.Remove(attempt.Network);
            _addresses.Remove(attempt.Address);
            _pairs.Clear(attempt.Pair);
        }

        _knownNetworks.Add(attempt.Pair);
    }
}

/// <summary>One attempt to sign in.</summary>
/// <param name="Address">As typed, folded; whether an account has it plays no part.</param>
/// <param name="Network">See <see cref="Accounts.Network"/>.</param>
/// <param name="Device">Hash of the session cookie, where it belongs to the account; null for any other browser.</param>
public sealed record Attempt(string Address, string Network, string? Device)
{
    internal string Pair => $"{Address} {Network}";
}
