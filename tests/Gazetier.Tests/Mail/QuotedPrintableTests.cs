using System.Text;
using CsCheck;
using Gazetier.Mail.Wire;
using MimeKit;
using Shouldly;

namespace Gazetier.Tests.Mail;

public class QuotedPrintableTests
{
    [Fact]
    public void Pieces_put_together_read_as_their_texts_put_together() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["a. =\t\n\r"], Gen.Const('é'), Gen.Const('\u2019')), 0, 300].Array[1, 6].Sample(texts =>
        {
            // Half of a pair is no text, and reads back as the mark for that.
            var said = string.Concat(texts.Select(text => Whole(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
            Decode([.. texts.SelectMany(QuotedPrintable.Encode)]).ShouldBe(said, string.Join('|', texts));
        });

    [Fact]
    public void Lines_are_short_and_in_ascii_and_none_begins_with_a_dot() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char[". =\n"]), 0, 500].Sample(text =>
        {
            var wire = Encoding.Latin1.GetString(QuotedPrintable.Encode(text));
            (wire.Length == 0 || wire.EndsWith("\r\n", StringComparison.Ordinal)).ShouldBeTrue();
            wire.Split("\r\n").ShouldAllBe(line => line.Length <= 76 && !line.StartsWith('.') && !line.Contains('\n') && line.All(char.IsAscii));
        });

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Decode(byte[] wire)
    {
        using var content = new MimeContent(new MemoryStream(wire), ContentEncoding.QuotedPrintable);
        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return Encoding.UTF8.GetString(decoded.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
