using System.Net;
using Gazetier.Features.SenderHealth;

namespace Gazetier.Tests.Features.SenderHealth;

/// <summary>A DNS of a few lines, and the servers that it names.</summary>
public sealed class Zone : IAskDns, IReachServers
{
    public Dictionary<string, string[]> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string[]> Addresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string[]> MailServers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string[]> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TlsAnswer> Tls { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? Policy { get; set; }

    /// <summary>No network.</summary>
    public bool IsAway { get; set; }

    /// <summary>Names whose texts were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel)
    {
        Asked.Add(name);
        return Answer(Texts, name);
    }

    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken cancel) => [.. (await Answer(Addresses, name)).Select(IPAddress.Parse)];

    public Task<IReadOnlyList<string>> MailServersAsync(string domain, CancellationToken cancel) => Answer(MailServers, domain);

    public Task<IReadOnlyList<string>> NamesAsync(IPAddress address, CancellationToken cancel) => Answer(Names, address.ToString());

    public Task<TlsAnswer> TlsAsync(string host, CancellationToken cancel) => Task.FromResult(Tls.GetValueOrDefault(host));

    public Task<string?> PolicyAsync(string domain, CancellationToken cancel) => Task.FromResult(Policy);

    private Task<IReadOnlyList<string>> Answer(Dictionary<string, string[]> rows, string name) =>
        IsAway ? throw new DnsAwayException("no route") : Task.FromResult<IReadOnlyList<string>>(rows.GetValueOrDefault(name) ?? []);
}
