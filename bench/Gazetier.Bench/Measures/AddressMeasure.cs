using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gazetier.Features.Access;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;

namespace Gazetier.Bench.Measures;

/// <summary>O1: whose an address is, among the ranges of all the communes of France, beside fifty ranges.</summary>
internal static class AddressMeasure
{
    private const int Many = 50_000;
    private const int Few = 50;
    private const int Times = 2_000_000;

    /// <summary>What is hot is compiled again after a tenth of a second.</summary>
    private static readonly TimeSpan TwiceCompiled = TimeSpan.FromSeconds(0.3);

    private static readonly DateTime Now = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var organisations = await OrganisationsAsync(setting.Communes, cancel);
        var (many, few) = (Make(organisations, Many), Make(organisations, Few));
        foreach (var made in new[] { many, few })
        {
            Loop(made);
            await Task.Delay(TwiceCompiled, cancel);
            Loop(made);
        }

        var rounds = Enumerable.Range(0, setting.Rounds).Select(_ => (Many: Loop(many), Few: Loop(few))).ToList();
        var bytes = rounds.Max(round => round.Many.Bytes);
        return
        [
            Result.Of("O1", $"address among {many.Index.Count:N0} ranges, beside {few.Index.Count}", [.. rounds.Select(r => (r.Many.Nanoseconds, r.Few.Nanoseconds))], "ns", "flat: ≤ 1.5×", ratio => ratio <= 1.5),
            new Result("O1", "address, whole: found, and what it brings", Result.Median(rounds.Select(r => r.Many.Nanoseconds)), 1000, "ns", "< 1 µs", Result.Median(rounds.Select(r => r.Many.Nanoseconds)) < 1000),
            new Result("O1", "allocated by it", bytes, 0, "bytes", "0", bytes == 0),
        ];
    }

    /// <summary>One for each commune of the corpus; where it is not there, as many that are made up.</summary>
    private static async Task<IReadOnlyList<ReadingOrganisation>> OrganisationsAsync(string file, CancellationToken cancel)
    {
        var names = File.Exists(file)
            ? (await File.ReadAllLinesAsync(file, cancel)).Skip(1).Select(line => line.Split('\t')[1]).ToList()
            : [.. Enumerable.Range(1, 34_969).Select(n => "Commune " + n.ToString(CultureInfo.InvariantCulture))];
        return [.. names.Select(name => new ReadingOrganisation(Guid.CreateVersion7(), name, [new Grant(GrantSource.Address, Now.AddDays(-1), Now.AddYears(1), name, ProductSet.Paper)]))];
    }

    /// <summary>Ranges as customers have them, IPv4 and IPv6, scattered; and addresses of which half lie in one.</summary>
    private static (AddressIndex<ReadingOrganisation> Index, IPAddress[] Asked) Make(IReadOnlyList<ReadingOrganisation> organisations, int count)
    {
        var dice = new Random(20261123);
        var blocks = new List<AddressBlock>(count);
        for (var i = 0; i < count; i++)
        {
            // Apart by construction: each has a /20 of IPv4, or a /32 of IPv6, of its own to begin in.
            blocks.Add(i % 2 == 0
                ? new AddressBlock(new UInt128(0, 0xFFFF_0000_0000UL | (0x1000_0000UL + ((ulong)(i / 2) << 12))), 96 + dice.Next(22, 33))
                : new AddressBlock(new UInt128(0x2A00_0000_0000_0000UL + ((ulong)(i / 2) << 32), 0), dice.Next(32, 65)));
        }

        var index = new AddressIndex<ReadingOrganisation>(blocks.Select((block, i) => (block.First, block.Last, organisations[i % organisations.Count])));
        var asked = Enumerable.Range(0, 4096).Select(i => i % 2 == 0 ? AddressOf(blocks[dice.Next(blocks.Count)].First) : AddressOf(new UInt128(0x2A00_0000_0000_0000UL + (ulong)dice.NextInt64(1L << 50), 1))).ToArray();
        return (index, asked);
    }

    private static IPAddress AddressOf(UInt128 number)
    {
        var address = new IPAddress([.. Enumerable.Range(0, 16).Select(i => (byte)(number >> (120 - (8 * i))))]);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    private static (double Nanoseconds, double Bytes) Loop((AddressIndex<ReadingOrganisation> Index, IPAddress[] Asked) made)
    {
        var found = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            found += made.Index.Find(made.Asked[i & 4095])?.BringTo(Reader.Visitor, Now) is null ? 0 : 1;
        }

        var elapsed = Stopwatch.GetElapsedTime(clock);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(found);
        return (elapsed.TotalNanoseconds / Times, (double)bytes / Times);
    }
}
