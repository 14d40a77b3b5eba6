using CsCheck;
using Gazetier.Features.LegalTexts;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

/// <summary>ECLI and NOR are read as people write them, and nothing else is.</summary>
public class IdentifierTests
{
    private static readonly Gen<string> Capitals = Gen.Char['A', 'Z'].Array[4].Select(letters => new string(letters));

    [Theory]
    [InlineData("ECLI:FR:CECHR:2026:471234.20260312", "ECLI:FR:CECHR:2026:471234.20260312")]
    [InlineData(" ecli:fr:ccass : 2019:c100123 ", "ECLI:FR:CCASS:2019:C100123")]
    [InlineData("ECLI:EU:C:2020:1", "ECLI:EU:C:2020:1")]
    [InlineData("ECLI:FR:CECHR:26:471234", null)]
    [InlineData("ECLI:FRA:CE:2026:1", null)]
    [InlineData("ECLI:FR:1CE:2026:1", null)]
    [InlineData("ECLI:FR:CE:2026:", null)]
    [InlineData("ECLI:FR:CE:2026:1.", null)]
    [InlineData("ECLI:FR:CE:2026:12345678901234567890123456", null)]
    [InlineData("ECLI:FR:CE:2026:1\nX:Y", null)]
    [InlineData("471234", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_ecli_is_read(string? typed, string? ecli) => Ecli.Read(typed)?.ToString().ShouldBe(ecli);

    [Theory]
    [InlineData("INTB2605123D", "INTB2605123D")]
    [InlineData("NOR : INTB 26 05123 D", "INTB2605123D")]
    [InlineData("intb2605123d", "INTB2605123D")]
    [InlineData("INTB260512D", null)]
    [InlineData("INTB26051234", null)]
    [InlineData("INT12605123D", null)]
    [InlineData("ÉNTB2605123D", null)]
    [InlineData("INTB٢٦٠٥١٢٣D", null)]
    [InlineData(null, null)]
    public void A_nor_is_read(string? typed, string? nor) => Nor.Read(typed).ShouldBe(nor);

    [Fact]
    public void What_is_written_is_read_back_and_blanks_and_case_change_nothing() =>
        Gen.Select(Capitals, Gen.Int[1000, 2999], Gen.Int[0, 99_999_999]).Sample((court, year, ordinal) =>
        {
            var ecli = new Ecli("FR", court, year, ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Ecli.Read(ecli.ToString()).ShouldBe(ecli);
            Ecli.Read(string.Join(' ', ecli.ToString().ToLowerInvariant().ToCharArray())).ShouldBe(ecli);
        });

    [Fact]
    public void A_nor_is_itself_however_it_is_split() =>
        Gen.Select(Capitals, Gen.Int[0, 9_999_999], Gen.Int[0, 12]).Sample((letters, figures, at) =>
        {
            var nor = $"{letters}{figures:0000000}D";
            Nor.Read(nor.Insert(at, " ")).ShouldBe(nor);
            Nor.Read(nor.Remove(at % 12, 1)).ShouldBeNull();
        });

    [Fact]
    public void Whatever_is_typed_nothing_breaks() => Gen.String.Sample(text =>
    {
        if (Ecli.Read(text) is { } ecli)
        {
            Ecli.Read(ecli.ToString()).ShouldBe(ecli);
        }

        if (Nor.Read(text) is { } nor)
        {
            Nor.Read(nor).ShouldBe(nor);
        }
    });
}
