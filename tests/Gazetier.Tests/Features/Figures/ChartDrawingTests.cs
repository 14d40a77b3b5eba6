using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Gazetier.Features.Figures;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class ChartDrawingTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_chart_says_what_it_shows_and_carries_no_style_of_its_own()
    {
        var svg = XElement.Parse(ChartDrawing.Columns("jours", "Vues <b>", "12 & plus", ["a", "b"], [[1, 2], [3, 0]], [4, 4], French));

        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-labelledby")!.Value.ShouldBe("jours-titre jours-resume");
        svg.Element(Svg + "title")!.Value.ShouldBe("Vues <b>");
        svg.Element(Svg + "desc")!.Value.ShouldBe("12 & plus");
        svg.Descendants().Attributes("style").ShouldBeEmpty();
        svg.Descendants().Attributes("fill").ShouldBeEmpty();
        svg.Descendants(Svg + "rect").Count().ShouldBe(3, "a part of nothing is not drawn");
        svg.Descendants(Svg + "line").Count(line => line.Attribute("class")!.Value == "before").ShouldBe(1);
    }

    [Fact]
    public void Parts_stand_on_each_other_and_reach_as_high_as_their_sum()
    {
        var svg = XElement.Parse(ChartDrawing.Columns("x", "", "", ["a"], [[10], [10]], [], French));

        var parts = svg.Descendants(Svg + "rect").Select(rect => (Y: Number(rect, "y"), Height: Number(rect, "height"))).ToList();
        parts[1].Y.ShouldBe(16);
        (parts[1].Y + parts[1].Height).ShouldBe(parts[0].Y, 0.2);
        (parts[0].Y + parts[0].Height).ShouldBe(196, 0.2);
    }

    [Fact]
    public void Whatever_the_numbers_nothing_leaves_the_drawing() =>
        Gen.Long[0, 9_000_000_000_000].Array[1, 91].Sample(numbers =>
        {
            var svg = XElement.Parse(ChartDrawing.Columns("x", "", "", [.. numbers.Select((_, i) => $"{i}")], [numbers], numbers, French));
            foreach (var rect in svg.Descendants(Svg + "rect"))
            {
                Number(rect, "y").ShouldBeInRange(15.9, 196);
                Number(rect, "height").ShouldBeInRange(0, 180.1);
                (Number(rect, "x") + Number(rect, "width")).ShouldBeLessThanOrEqualTo(100);
            }
        });

    [Theory]
    [InlineData(1, "0 1")]
    [InlineData(4, "0 1 2 3 4")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(100, "0 50 100")]
    [InlineData(1234, "0 500 1000 1500")]
    public void Steps_of_the_axis_are_round(long highest, string ticks) =>
        string.Join(' ', ChartDrawing.Ticks(highest)).ShouldBe(ticks);

    [Fact]
    public void The_longest_bar_is_as_wide_as_the_chart()
    {
        var svg = XElement.Parse(ChartDrawing.Bars("x", "Titre", "Dit", [("<i>", 4, "4"), ("b", 1, "1"), ("c", 0, "0")]));

        svg.Descendants(Svg + "rect").Where(rect => rect.Attribute("class")!.Value == "part-3").Select(rect => Number(rect, "width")).ShouldBe([100, 25, 0]);
        svg.Descendants(Svg + "text").First().Value.ShouldBe("<i>");
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value.TrimEnd('%'), CultureInfo.InvariantCulture);
}
