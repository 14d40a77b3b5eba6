using System.Net;

namespace Gazetier.Features.SenderHealth;

/// <summary>Asks the DNS. A name that does not exist has no answers; a DNS that does not answer is <see cref="DnsAwayException"/>.</summary>
public interface IAskDns
{
    /// <summary>Texts, the parts of each joined.</summary>
    Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel);

    Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken cancel);

    /// <summary>Mail servers, the preferred first, without the dot at the end.</summary>
    Task<IReadOnlyList<string>> MailServersAsync(string domain, CancellationToken cancel);

    /// <summary>Names of an address, without the dot at the end.</summary>
    Task<IReadOnlyList<string>> NamesAsync(IPAddress address, CancellationToken cancel);
}

/// <summary>Nobody answers: nothing can be said.</summary>
public sealed class DnsAwayException(string message, Exception? cause = null) : Exception(message, cause);
