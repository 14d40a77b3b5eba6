using CsCheck;
using Gazetier.Features.Newspaper;
using Shouldly;

namespace Gazetier.Tests.Features.Newspaper;

public class AccentTests
{
    [Theory]
    [InlineData("#a3241b", "#a3241b")]
    [InlineData("#A3241B", "#a3241b")]
    [InlineData("#fff", "#ffffff")]
    [InlineData("a3241b", null)]
    [InlineData("#a3241", null)]
    [InlineData("#a3241g", null)]
    [InlineData("red", null)]
    [InlineData("#fff}body{display:none", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_colour_is_read_or_it_is_none(string? text, string? colour) => Accent.Parse(text)?.ToString().ShouldBe(colour);

    [Fact]
    public void A_colour_reads_back_as_it_is_written() =>
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample((r, g, b) => Accent.Parse(new Accent(r, g, b).ToString()) == new Accent(r, g, b));

    [Fact]
    public void Contrast_goes_from_1_to_21()
    {
        var (black, white) = (new Accent(0, 0, 0), new Accent(255, 255, 255));
        black.ContrastWith(white).ShouldBe(21, .01);
        white.ContrastWith(white).ShouldBe(1);
        new Accent(0xa3, 0x24, 0x1b).ContrastWith(Accent.Paper).ShouldBe(7.1, .3);
    }
}
