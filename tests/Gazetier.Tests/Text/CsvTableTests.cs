using CsCheck;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class CsvTableTests
{
    private static readonly Gen<string> Cell = Gen.String[Gen.Char["aé ;,\"\n@"], 0, 6];

    [Theory]
    [InlineData("a;b\r\nc;d", "1:a|b 2:c|d")]
    [InlineData("\uFEFFa,b\nc,\"d;e\"", "1:a|b 2:c|d;e")]
    [InlineData("a\tb\rc\td\r\r", "1:a|b 2:c|d")]
    [InlineData("\"a\r\nb\";c\r\n\r\nd;e", "1:a\r\nb|c 4:d|e")]
    [InlineData("\"say \"\"no\"\"\";x", "1:say \"no\"|x")]
    [InlineData("\"never closed;x\n", "1:never closed;x")]
    [InlineData("", "")]
    public void Tables_of_spreadsheets_are_read(string text, string read) =>
        string.Join(' ', CsvTable.Read(text).Select(line => $"{line.Number}:{string.Join('|', line.Cells)}")).ShouldBe(read);

    [Fact]
    public void What_we_write_we_read() => Cell.Array[2, 5].Array[0, 8].Sample(rows =>
    {
        var text = Csv.Mark + string.Concat(rows.Select(row => Csv.Row(row)));
        var expected = rows.Select(row => row.Select(Plain).ToArray()).Where(row => row.Any(cell => cell.Length > 0)).ToList();
        // A first line without semicolons outside of quotation marks cannot tell what separates.
        if (text.Split('\n')[0].Count(c => c == ';') > text.Split('\n')[0].Count(c => c == ','))
        {
            CsvTable.Read(text).Select(line => string.Join('|', line.Cells)).ShouldBe(expected.Select(row => string.Join('|', row)));
        }
    });

    [Fact]
    public void Whatever_comes_ends() => Gen.String[0, 200].Sample(text => CsvTable.Read(text).Count() <= text.Length);

    /// <summary>As <see cref="Csv"/> writes it against spreadsheets that compute, without blanks at its ends.</summary>
    private static string Plain(string cell) => (cell.Length > 0 && cell[0] is '@' ? "'" + cell : cell).Trim();
}
