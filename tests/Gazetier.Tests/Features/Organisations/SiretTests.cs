using CsCheck;
using Gazetier.Features.Organisations;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

/// <summary>F-01, F-20: a SIRET is checked by the sum of Luhn, La Poste's by the plain sum.</summary>
public class SiretTests
{
    [Theory]
    [InlineData("21350238800019", "21350238800019")]
    [InlineData(" 213 502 388 00019 ", "21350238800019")]
    [InlineData("213.502.388-00019", "21350238800019")]
    [InlineData("35600000000048", "35600000000048")]
    [InlineData("35600000000012", null)]
    [InlineData("21350238800018", null)]
    [InlineData("2135023880001", null)]
    [InlineData("213502388000191", null)]
    [InlineData("00000000000000", null)]
    [InlineData("2135023880001O", null)]
    [InlineData("٢١٣٥٠٢٣٨٨٠٠٠١٩", null)]
    [InlineData(null, null)]
    public void It_reads_what_is_one(string? typed, string? siret) => Siret.Read(typed).ShouldBe(siret);

    [Fact]
    public void One_wrong_figure_is_noticed() =>
        Gen.Select(Gen.Int[0, 13], Gen.Int[1, 9]).Sample((at, more) =>
        {
            const string right = "21350238800019";
            var wrong = right.ToCharArray();
            wrong[at] = (char)('0' + ((right[at] - '0' + more) % 10));
            Siret.Read(new string(wrong)).ShouldBeNull();
        });

    [Fact]
    public void It_is_written_in_groups() => Siret.Write("21350238800019").ShouldBe("213\u00A0502\u00A0388\u00A000019");
}
