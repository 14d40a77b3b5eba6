using System.Buffers.Binary;
using System.Text;

namespace Gazetier.Features.Pictures;

/// <summary>
/// IPTC's records of the nineties, which agencies still write (IIM 4.2, record 2), bare or inside the block that Photoshop
/// puts around them. Broken records end the reading; nothing is believed about lengths.
/// </summary>
internal sealed class IptcRecords
{
    public const byte Byline = 80;
    public const byte Headline = 105;
    public const byte Credit = 110;
    public const byte Source = 115;
    public const byte Copyright = 116;
    public const byte Caption = 120;

    public static readonly IptcRecords None = new();

    private const byte Marker = 0x1C;
    private const int IptcResource = 0x0404;
    private readonly List<(byte Set, byte[] Value)> _found = [];
    private bool _isUtf8;

    public static IptcRecords Read(ReadOnlySpan<byte> data)
    {
        var records = new IptcRecords();
        var at = Start(data);
        // Marker, record, set, length in two bytes.
        while (at >= 0 && at + 5 <= data.Length && data[at] == Marker)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 3)..]);
            if (length > short.MaxValue || at + 5 + length > data.Length)
            {
                break;
            }

            records.Add(data[at + 1], data[at + 2], data.Slice(at + 5, length));
            at += 5 + length;
        }

        return records;
    }

    /// <summary>Several values of one set, as of several photographers, follow each other.</summary>
    public string Of(byte set) => string.Join(", ", _found.Where(one => one.Set == set).Select(one => Text(one.Value)));

    private static int Start(ReadOnlySpan<byte> data)
    {
        if (data.Length > 0 && data[0] == Marker)
        {
            return 0;
        }

        var at = data.IndexOf("8BIM"u8);
        while (at >= 0 && at + 12 <= data.Length)
        {
            // Signature, number, a name whose length with its own byte is even, length in four bytes.
            var name = data[at + 6] + 1;
            var after = at + 6 + name + (name & 1);
            if (BinaryPrimitives.ReadUInt16BigEndian(data[(at + 4)..]) == IptcResource)
            {
                return after + 4;
            }

            var next = data[(at + 4)..].IndexOf("8BIM"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return -1;
    }

    private void Add(byte record, byte set, ReadOnlySpan<byte> value)
    {
        if (record == 1 && set == 90)
        {
            // ESC % G announces UTF-8.
            _isUtf8 = value.SequenceEqual("\u001B%G"u8);
        }
        else if (record == 2)
        {
            _found.Add((set, value.ToArray()));
        }
    }

    private string Text(byte[] value) => (_isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(value);
}
