using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gazetier.Features.Organisations;

/// <summary>
/// A block of addresses in CIDR notation, IPv4 and IPv6 on one scale: an IPv4 address stands where IPv6 maps it (::ffff:0:0/96), and is
/// the same whichever way a proxy writes it. Pure.
/// </summary>
/// <param name="Prefix">Bits of the 128 that all of its addresses share.</param>
public readonly record struct AddressBlock(UInt128 First, int Prefix)
{
    private const int Bits = 128;
    private const int MappedBits = 96;

    private static readonly UInt128 Mapped = new(0, 0xFFFF_0000_0000);

    /// <summary>What belongs to nobody who could subscribe: private, local, shared, reserved, for documents (RFC 6890, IANA's registries).</summary>
    private static readonly AddressBlock[] Special =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"]).Select(Known),
        .. ((string[])["::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10", "ff00::/8"]).Select(Known),
    ];

    public UInt128 Last => First | Ones(Bits - Prefix);

    public bool IsIPv4 => Prefix >= MappedBits && First >> 32 == Mapped >> 32;

    /// <summary>A-05: so wide that it is a whole operator's rather than a customer's, and must be meant: beyond /16 of IPv4, /32 of IPv6.</summary>
    public bool IsWide => IsIPv4 ? Prefix - MappedBits < 16 : Prefix < 32;

    /// <summary>Whether a part of it is nobody's: private, local, reserved.</summary>
    public bool IsSpecial => Overlaps(Special) || !IsIPv4 && (First >> 125) != 1;

    /// <summary>The block of what somebody typed: "198.0.0.0/24", "2a01:cb00::/29", a lone address. Null: it is none, or its host bits are not zero.</summary>
    public static AddressBlock? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().Split('/');
        if (parts.Length > 2 || parts[0].Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(parts[0], out var address) || !IsWritten(address, parts[0]))
        {
            return null;
        }

        var most = address.AddressFamily == AddressFamily.InterNetwork ? 32 : Bits;
        var prefix = most;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > most))
        {
            return null;
        }

        var block = new AddressBlock(NumberOf(address), prefix + Bits - most);
        return (block.First & Ones(Bits - block.Prefix)) == 0 ? block : null;
    }

    /// <summary>Where an address stands on the scale; IPv4 and its mapping are one. No allocation.</summary>
    public static UInt128 NumberOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out var written) && written == 4
            ? Mapped | BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>32 figures in base 16: texts of it have the order of the addresses.</summary>
    public static string Key(UInt128 number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public static UInt128 OfKey(string key) => UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public bool Overlaps(AddressBlock other) => First <= other.Last && other.First <= Last;

    /// <summary>"198.0.0.0/24", in the one way that it is written.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, First);
        return IsIPv4 ? $"{new IPAddress(bytes[12..])}/{Prefix - MappedBits}" : $"{new IPAddress(bytes)}/{Prefix}";
    }

    private bool Overlaps(AddressBlock[] others)
    {
        foreach (var other in others)
        {
            if (Overlaps(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The framework takes "10.1" for 10.0.0.1, and "0x0a" for a figure: nobody means that.</summary>
    private static bool IsWritten(IPAddress address, string typed) =>
        address.AddressFamily != AddressFamily.InterNetwork || address.ToString() == typed;

    private static AddressBlock Known(string cidr) => Read(cidr)!.Value;

    private static UInt128 Ones(int bits) => bits == 0 ? 0 : UInt128.MaxValue >> (Bits - bits);
}
