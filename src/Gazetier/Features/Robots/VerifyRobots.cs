using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Gazetier.Features.SenderHealth;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// Tells robots from those who borrow their names: by the addresses that their owners publish, or by the name of the address, which must
/// lead back to it. No answer waits for the DNS: until it has spoken a robot is unknown. Addresses stay in memory, some hours.
/// </summary>
public sealed partial class VerifyRobots(KnownRobots robots, IAskDns dns, TimeProvider clock, ILogger<VerifyRobots> log) : BackgroundService
{
    /// <summary>Addresses remembered; who invents more makes it begin again.</summary>
    public const int Most = 20_000;

    private const int AtOnce = 4;
    private const int MostNames = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(6);

    /// <summary>Where the DNS did not answer.</summary>
    private static readonly TimeSpan TriedAgain = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Who comes again so soon after its end keeps the verdict while the DNS is asked once more.</summary>
    private static readonly TimeSpan Lingers = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Robot, IPAddress Address), Known> _known = new();
    private readonly Channel<(Robot Robot, IPAddress Address)> _waiting = Channel.CreateBounded<(Robot, IPAddress)>(1000);

    /// <summary>Addresses that lie in memory now.</summary>
    public int Count => _known.Count;

    /// <summary>Forgets addresses whose time is over.</summary>
    public void Sweep()
    {
        var ended = clock.GetUtcNow().UtcDateTime - Lingers;
        foreach (var one in _known.Where(one => one.Value.Until <= ended))
        {
            _known.TryRemove(one);
        }
    }

    /// <summary>What is known now; asks for more in the background.</summary>
    /// <param name="from">Null: nobody knows where the request came from.</param>
    public RobotVerdict Of(Robot robot, IPAddress? from)
    {
        if (from is null || (robot.Domains.Count == 0 && robot.Ranges.Length == 0))
        {
            return RobotVerdict.Unknown;
        }

        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        if (!OutsideConnections.IsPublic(address))
        {
            // A network of our own, or a proxy that is not trusted yet: nothing can be said.
            return RobotVerdict.Unknown;
        }

        var file = robots.List.FileOf(robot);
        if (file?.Holds(address) == true)
        {
            return RobotVerdict.Verified;
        }

        if (robot.Domains.Count > 0)
        {
            return ByName(robot, address);
        }

        // Owners add networks: an old file says who is one of theirs, and no longer who is not.
        return file?.IsOldAt(clock.GetUtcNow().UtcDateTime) == false ? RobotVerdict.Impostor : RobotVerdict.Unknown;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (asked, cancel) => await VerifyAsync(asked.Robot, asked.Address, cancel));

    /// <summary>Asks the DNS, and remembers what it said.</summary>
    internal async Task VerifyAsync(Robot robot, IPAddress address, CancellationToken cancel)
    {
        var (verdict, lasts) = (RobotVerdict.Unknown, TriedAgain);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Longest);
            (verdict, lasts) = (await IsNamedAsync(robot, address, limit.Token) ? RobotVerdict.Verified : RobotVerdict.Impostor, Remembered);
        }
        catch (Exception error) when (error is DnsAwayException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // It stays unknown for a while.
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            CouldNotAsk(log, robot.Name, error);
        }

        _known[(robot.Name, address)] = new Known(verdict, clock.GetUtcNow().UtcDateTime + lasts);
    }

    private RobotVerdict ByName(Robot robot, IPAddress address)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.TryGetValue((robot.Name, address), out var known) && now < known.Until)
        {
            return known.Verdict;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        // Asked once: who comes again meanwhile finds it noted.
        if (_waiting.Writer.TryWrite((robot, address)))
        {
            _known[(robot.Name, address)] = new Known(known?.Verdict ?? RobotVerdict.Unknown, now + TriedAgain);
        }

        return known?.Verdict ?? RobotVerdict.Unknown;
    }

    /// <summary>Anybody may give an address of theirs any name: only that name's own addresses prove it.</summary>
    private async Task<bool> IsNamedAsync(Robot robot, IPAddress address, CancellationToken cancel)
    {
        foreach (var name in (await dns.NamesAsync(address, cancel)).Where(name => robot.Domains.Any(domain => EndsIn(name, domain))).Take(MostNames))
        {
            if ((await dns.AddressesAsync(name, cancel)).Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsIn(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Robot} could not be verified")]
    private static partial void CouldNotAsk(ILogger log, string robot, Exception error);

    private sealed record Known(RobotVerdict Verdict, DateTime Until);
}
