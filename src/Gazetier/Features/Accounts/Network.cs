using System.Net;
using System.Net.Sockets;

namespace Gazetier.Features.Accounts;

/// <summary>Where a request comes from, as coarsely as attempts are counted: /24 of IPv4, /64 of IPv6 (S-04).</summary>
public static class Network
{
    /// <summary>"203.0.113.0/24"; "local" for a request made inside the process.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "local";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
