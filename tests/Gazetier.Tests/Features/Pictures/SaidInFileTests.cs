using System.Buffers.Binary;
using System.Text;
using Gazetier.Features.Pictures;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Pictures;

public class SaidInFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Records_of_agencies_are_read(bool isUtf8)
    {
        var records = Records(isUtf8, (80, "Zoë Morel"), (110, "Agence"), (116, "Tous droits réservés"), (120, "Été au lavoir"), (115, "Dépêche 12"));
        IptcRecords.Read(records).Of(IptcRecords.Byline).ShouldBe("Zoë Morel", "without the block that Photoshop puts around them, too");
        var said = Read(With("iptc-data", Block(records)));
        (said.Credit, said.Rights, said.Caption, said.Origin).ShouldBe(("Zoë Morel / Agence", "Tous droits réservés", "Été au lavoir", "Dépêche 12"));
        (said.AlternativeText, said.IsMachineMade).ShouldBe(("", false));
    }

    [Fact]
    public void What_a_camera_says_is_the_last_resort()
    {
        var said = Read(Made.Gradient(40, 30, image =>
        {
            using var tagged = image.Mutate(m =>
            {
                m.Set(GValue.GStrType, "exif-ifd0-Artist", "Zoe Morel (ASCII) ()");
                m.Set(GValue.GStrType, "exif-ifd0-Copyright", "Agence ()");
            });
            return tagged.JpegsaveBuffer();
        }));
        (said.Credit, said.Rights).ShouldBe(("Zoe Morel (ASCII)", "Agence"));
    }

    [Fact]
    public void A_credit_line_that_names_its_maker_is_not_said_twice() =>
        Read(With("iptc-data", Block(Records(true, (80, "Zoë Morel"), (110, "ZOE MOREL / Agence"))))).Credit.ShouldBe("ZOE MOREL / Agence");

    [Theory]
    [InlineData("pas du XML")]
    [InlineData("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("<a><b/></a><c/>")]
    public void A_broken_packet_says_nothing(string packet) => Read(With("xmp-data", Encoding.UTF8.GetBytes(packet))).Credit.ShouldBe("");

    [Fact]
    public void Broken_records_end_the_reading()
    {
        var whole = Block(Records(true, (80, "Zoë Morel"), (110, "Agence"), (120, new string('x', 3000))));
        for (var length = 0; length < whole.Length; length++)
        {
            IptcRecords.Read(whole.AsSpan(0, length)).Of(IptcRecords.Credit).ShouldBeOneOf("", "Agence");
        }

        IptcRecords.Read([0x1C, 2, 80, 0xFF, 0xFF, 1, 2]).Of(IptcRecords.Byline).ShouldBe("");
        Read(With("iptc-data", Block(Records(true, (120, new string('é', 5000)))))).Caption!.Length.ShouldBeLessThanOrEqualTo(Picture.MaxCaption);
    }

    private static PictureDescription Read(byte[] content) => ReadDescription.Run(content);

    private static byte[] With(string field, byte[] value) => Made.Gradient(40, 30, image =>
    {
        using var tagged = image.Mutate(m => m.Set(GValue.BlobType, field, value));
        return tagged.JpegsaveBuffer();
    });

    private static byte[] Records(bool isUtf8, params (byte Set, string Text)[] said)
    {
        var records = new List<byte>();
        if (isUtf8)
        {
            records.AddRange([0x1C, 1, 90, 0, 3, 0x1B, (byte)'%', (byte)'G']);
        }

        foreach (var (set, text) in said)
        {
            var value = (isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(text);
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)value.Length);
            records.AddRange([0x1C, 2, set, .. length, .. value]);
        }

        return [.. records];
    }

    private static byte[] Block(byte[] records)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, records.Length);
        return [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 0x25, 0, 0, 0, 0, 0, 2, 1, 2, .. "8BIM"u8, 4, 4, 0, 0, .. length, .. records];
    }
}
