using System.Net;
using CsCheck;
using Gazetier.Features.Organisations;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class AddressBlockTests
{
    private static readonly Gen<AddressBlock> Blocks = Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 128], (high, low, prefix) =>
        new AddressBlock(prefix == 0 ? 0 : new UInt128(high, low) & (UInt128.MaxValue << (128 - prefix)), prefix));

    [Theory]
    [InlineData("185.24.184.0/24", "185.24.184.0/24")]
    [InlineData(" 185.24.184.7 ", "185.24.184.7/32")]
    [InlineData("::ffff:185.24.184.0/120", "185.24.184.0/24")]
    [InlineData("2A01:CB00:0::/29", "2a01:cb00::/29")]
    [InlineData("2a01:cb00::1", "2a01:cb00::1/128")]
    [InlineData("185.24.184.1/24", null)]
    [InlineData("185.24.184.0/33", null)]
    [InlineData("185.24.184.0/-1", null)]
    [InlineData("185.24.184.0/24/24", null)]
    [InlineData("185.24/16", null)]
    [InlineData("0xb9.24.184.0/24", null)]
    [InlineData("fe80::1%eth0", null)]
    [InlineData("commune.fr", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_read_as_it_is_written(string? typed, string? written) => AddressBlock.Read(typed)?.ToString().ShouldBe(written);

    [Theory]
    [InlineData("185.24.0.0/16", false)]
    [InlineData("185.24.0.0/15", true)]
    [InlineData("2a01:cb00::/32", false)]
    [InlineData("2a01:cb00::/29", true)]
    [InlineData("2a01:cb00::/64", false)]
    public void A_05_wide_is_what_must_be_meant(string cidr, bool isWide) => AddressBlock.Read(cidr)!.Value.IsWide.ShouldBe(isWide);

    [Theory]
    [InlineData("10.1.0.0/16")]
    [InlineData("192.168.0.0/24")]
    [InlineData("172.16.0.0/12")]
    [InlineData("100.64.0.0/10")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.0.0/16")]
    [InlineData("203.0.113.0/24")]
    [InlineData("224.0.0.0/8")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("::1")]
    [InlineData("fd00::/8")]
    [InlineData("fe80::/10")]
    [InlineData("2001:db8::/48")]
    [InlineData("2000::/3")]
    public void Private_and_reserved_addresses_are_nobodys(string cidr) => AddressBlock.Read(cidr)!.Value.IsSpecial.ShouldBeTrue();

    [Theory]
    [InlineData("185.24.184.0/24")]
    [InlineData("8.8.8.8")]
    [InlineData("2a01:cb00::/32")]
    public void Public_ones_are_somebodys(string cidr) => AddressBlock.Read(cidr)!.Value.IsSpecial.ShouldBeFalse();

    [Fact]
    public void An_address_and_its_mapping_are_one() =>
        Gen.UInt.Sample(bits =>
        {
            var address = new IPAddress([(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]);
            return AddressBlock.NumberOf(address) == AddressBlock.NumberOf(address.MapToIPv6());
        });

    [Fact]
    public void What_is_written_is_read_again() => Blocks.Sample(block => AddressBlock.Read(block.ToString()) == block);

    [Fact]
    public void Keys_have_the_order_of_the_addresses() =>
        Gen.Select(Blocks, Blocks).Sample((one, other) =>
            Math.Sign(string.CompareOrdinal(AddressBlock.Key(one.First), AddressBlock.Key(other.First))) == one.First.CompareTo(other.First)
            && AddressBlock.OfKey(AddressBlock.Key(one.Last)) == one.Last);

    [Fact]
    public void The_index_finds_what_looking_through_all_finds() =>
        Gen.Select(Blocks.Where(block => block.Prefix > 4).Array[0, 30], Gen.ULong, Gen.ULong).Sample((blocks, high, low) =>
        {
            var apart = blocks.Where((block, i) => !blocks[..i].Any(block.Overlaps)).ToArray();
            var index = new AddressIndex<string>(apart.Select(block => (block.First, block.Last, block.ToString())));
            var asked = apart.SelectMany(block => (UInt128[])[block.First, block.Last, block.First - 1, block.Last + 1]).Append(new UInt128(high, low));
            return index.Count == apart.Length
                && asked.All(address => index.Find(address) == apart.Where(block => block.First <= address && address <= block.Last).Select(block => block.ToString()).FirstOrDefault());
        });

    /// <summary>So many that the tables by the first bits are used, near one another and across their borders, wide ones among them.</summary>
    [Fact]
    public void Among_many_ranges_an_address_is_found_as_by_looking_at_each() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var dice = new Random(seed);
                var blocks = new List<AddressBlock>();
                for (var i = 0; i < 700; i++)
                {
                    var prefix = i % 10 == 0 ? dice.Next(8, 24) : dice.Next(18, 33);
                    var four = new AddressBlock(Trim(new UInt128(0, 0xFFFF_0000_0000UL | (uint)((0xB900u << 16) + dice.Next(1 << 22))), 96 + prefix), 96 + prefix);
                    var wide = i % 10 == 0 ? dice.Next(20, 33) : dice.Next(32, 129);
                    var six = new AddressBlock(Trim(new UInt128((0x2A01UL << 48) + ((ulong)dice.Next(1 << 10) << 32) + (ulong)dice.Next(4), (ulong)dice.NextInt64()), wide), wide);
                    blocks.Add(i % 2 == 0 ? four : six);
                }

                var apart = new List<AddressBlock>();
                foreach (var block in blocks.Where(block => !apart.Exists(block.Overlaps)))
                {
                    apart.Add(block);
                }

                var index = new AddressIndex<string>(apart.Select(block => (block.First, block.Last, block.ToString())));
                var asked = apart.SelectMany(block => (UInt128[])[block.First, block.Last, block.First - 1, block.Last + 1, block.First + ((block.Last - block.First) / 2)]);
                return asked.All(address => index.Find(address) == apart.Where(block => block.First <= address && address <= block.Last).Select(block => block.ToString()).FirstOrDefault());

                static UInt128 Trim(UInt128 address, int bits) => bits == 128 ? address : address >> (128 - bits) << (128 - bits);
            },
            iter: 30);
}
