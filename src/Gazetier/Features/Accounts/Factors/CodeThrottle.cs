namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Slows down who guesses codes, and locks out nobody (S-04). Whoever types codes knows the password already. So strangers to an
/// account share few attempts; a browser, or a network, where its owner has passed before has attempts of its own, a recovery
/// code is too long to be guessed and counts by network only, and a passkey is not counted at all. In the memory of one node.
/// </summary>
public class CodeThrottle(TimeProvider clock)
{
    public const int BrowserLimit = 5;
    public const int PairLimit = 5;
    public const int NetworkLimit = 100;

    /// <summary>Wrong codes in an hour, from strangers; with the last of them the owner is told by mail.</summary>
    public const int StrangersLimit = 20;

    private readonly AttemptCounter _browsers = new(SignInThrottle.Window, 50_000, clock);
    private readonly AttemptCounter _pairs = new(SignInThrottle.Window, 50_000, clock);
    private readonly AttemptCounter _networks = new(SignInThrottle.Window, 50_000, clock);
    private readonly AttemptCounter _strangers = new(TimeSpan.FromHours(1), 50_000, clock);
    private readonly AttemptCounter _knownPairs = new(TimeSpan.FromDays(30), 50_000, clock);

    /// <summary>Counts the attempt as a failure beforehand, so that many at a time gain nothing; false: it is one too many.</summary>
    public bool TryBegin(CodeAttempt attempt)
    {
        if (attempt.Browser is { } browser)
        {
            return _browsers.Add(browser) <= BrowserLimit;
        }

        var isStranger = attempt.CanBeGuessed && _knownPairs.Of(attempt.Pair) == 0;
        if (_networks.Add(attempt.Network) > NetworkLimit || _pairs.Add(attempt.Pair) > PairLimit)
        {
            return false;
        }

        return !isStranger || _strangers.Add(attempt.Account) <= StrangersLimit;
    }

    /// <summary>Whether strangers have just used up what they share: the moment to tell the owner.</summary>
    public bool IsAlarm(CodeAttempt attempt) => attempt.Browser is null && attempt.CanBeGuessed && _strangers.Of(attempt.Account) == StrangersLimit;

    public void Succeeded(CodeAttempt attempt)
    {
        if (attempt.Browser is { } browser)
        {
            _browsers.Clear(browser);
        }
        else
        {
            _networks.Remove(attempt.Network);
            _pairs.Clear(attempt.Pair);
            if (attempt.CanBeGuessed && _knownPairs.Of(attempt.Pair) == 0)
            {
                _strangers.Remove(attempt.Account);
            }
        }

        _knownPairs.Add(attempt.Pair);
    }
}

/// <summary>One attempt to pass the second factor.</summary>
/// <param name="Network">See <see cref="Accounts.Network"/>.</param>
/// <param name="Browser">Hash of its mark, where the account passed the second factor with it before; else null.</param>
/// <param name="CanBeGuessed">False: what was typed has the length of a recovery code.</param>
public sealed record CodeAttempt(string Account, string Network, string? Browser, bool CanBeGuessed)
{
    internal string Pair => $"{Account} {Network}";
}
