namespace Gazetier.Features.SenderHealth;

/// <summary>Knocks at mail servers and reads policies.</summary>
public interface IReachServers
{
    /// <summary>Whether a mail server offers TLS with a certificate that is valid for its name.</summary>
    Task<TlsAnswer> TlsAsync(string host, CancellationToken cancel);

    /// <summary>The MTA-STS policy of a domain (RFC 8461); null: there is none that can be read.</summary>
    Task<string?> PolicyAsync(string domain, CancellationToken cancel);
}

public enum TlsAnswer
{
    /// <summary>No connection: many networks let nobody out by port 25.</summary>
    Unreachable,
    NotOffered,
    WrongCertificate,
    Valid,
}
