using System.Net;
using System.Net.Sockets;

namespace Gazetier.Web;

/// <summary>
/// Connections to other sites that an address in a text leads to: to public addresses only, whatever a name says and wherever a
/// redirect leads, so that no text makes this machine ask its own network.
/// </summary>
public static class OutsideConnections
{
    public static SocketsHttpHandler Handler() => new()
    {
        ConnectCallback = ConnectAsync,
        MaxAutomaticRedirections = 5,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 64,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var end = context.DnsEndPoint;
        if (end.Port is not (80 or 443))
        {
            throw new HttpRequestException($"{end.Host}:{end.Port}: only the ports of the web are asked.");
        }

        var addresses = (await Dns.GetHostAddressesAsync(end.Host, cancel)).Where(IsPublic).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{end.Host} is no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether <paramref name="address"/> belongs to the public internet (RFC 6890).</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        return !Array.Exists(Special, network => network.Contains(address));
    }

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Those that carry an address of IPv4 with them, too.
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];
}
