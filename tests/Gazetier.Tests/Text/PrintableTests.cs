using System.Text;
using System.Xml.Linq;
using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class PrintableTests
{
    [Fact]
    public void What_readers_read_passes_untouched()
    {
        const string Text = "L’été, 🚰👩‍🚒 مياه البلدية\t« à 20 % »\n";
        Printable.Only(Text).ShouldBe(Text);
    }

    [Fact]
    public void Whatever_a_text_holds_it_stands_in_xml() =>
        Gen.Char.Array.Select(chars => new string(chars)).Sample(text =>
        {
            var file = Xml.Write(xml => xml.Text("texte", text));
            var expected = Printable.Only(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            // A text of blanks alone is a text, too.
            return XDocument.Parse(Encoding.UTF8.GetString(file), LoadOptions.PreserveWhitespace).Root!.Value == expected;
        });
}
