using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Gazetier.Features.Charts;
using Shouldly;

namespace Gazetier.Tests.Features.Charts;

public class DrawChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Gen<double?> Value = Gen.Frequency(
        (6, Gen.Double[-1e6, 1e6].Select(value => (double?)Math.Round(value, 3))), (1, Gen.Const((double?)null)), (1, Gen.Double[-1e-3, 1e-3].Select(value => (double?)value)),
        (1, Gen.Const((double?)0)), (1, Gen.Double[-1e15, 1e15].Select(value => (double?)value)));

    private static readonly Gen<string> Word = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 0, 60], Gen.String[0, 20], Gen.Const("<script>alert(1)</script> & \"é\" 😀"));

    private static readonly Gen<Chart> AnyChart =
        from kind in Gen.Enum<ChartKind>()
        from rows in Gen.Int[1, kind == ChartKind.Lines ? 60 : 20]
        from columns in Gen.Int[1, kind == ChartKind.Lines ? 8 : 6]
        from labels in Word.Array[rows]
        from names in Word.Array[columns]
        from values in Value.Array[rows].Array[columns]
        from unit in Gen.OneOf(Gen.Const(""), Gen.Const("%"), Gen.Const("M€"))
        where values.Any(column => column.Any(value => value is not null))
        select new Chart(kind, labels, [.. names.Zip(values, (name, column) => new Series(name, column))], unit);

    [Fact]
    public void Whatever_the_numbers_the_drawing_is_well_formed_within_its_frame_and_the_same_again() =>
        AnyChart.Sample(
            chart =>
            {
                foreach (var isNarrow in (bool[])[true, false])
                {
                    var drawing = DrawChart.Run(chart, "Titre <b> & co", isNarrow);
                    DrawChart.Run(chart, "Titre <b> & co", isNarrow).ShouldBe(drawing);
                    Check(XDocument.Parse(Encoding.UTF8.GetString(drawing)).Root!, DrawChart.SizeOf(chart, isNarrow));
                }
            },
            iter: 300);

    [Fact]
    public void A_value_that_is_missing_breaks_the_line_and_one_alone_is_a_dot()
    {
        var drawing = Draw(new Chart(ChartKind.Lines, ["a", "b", "c", "d", "e", "f"], [new Series("A", [1, 2, null, 3, null, 4])], ""));
        drawing.Descendants(Svg + "polyline").Count().ShouldBe(1);
        drawing.Descendants(Svg + "circle").Count().ShouldBe(4);
    }

    [Fact]
    public void Lengths_begin_at_zero_and_negative_ones_go_the_other_way()
    {
        var drawing = Draw(new Chart(ChartKind.Columns, ["a", "b"], [new Series("A", [100, -100])], "%"));
        var columns = drawing.Descendants(Svg + "rect").Where(one => one.Attribute("class")!.Value == "f1").ToList();
        columns.Count.ShouldBe(2);
        (Of(columns[0], "y") + Of(columns[0], "height")).ShouldBe(Of(columns[1], "y"), 0.2);
        Of(columns[0], "height").ShouldBe(Of(columns[1], "height"), 0.2);
        drawing.Descendants(Svg + "text").Select(text => text.Value).ShouldContain("−100\u00A0%");
    }

    [Fact]
    public void Several_rows_of_numbers_are_named_above_and_one_is_not()
    {
        var one = new Series("A", [1, 2]);
        Draw(new Chart(ChartKind.Bars, ["a", "b"], [one], "")).Descendants(Svg + "text").ShouldNotContain(text => text.Value == "A");
        Draw(new Chart(ChartKind.Bars, ["a", "b"], [one, new Series("B", [1, 2])], "")).Descendants(Svg + "text").ShouldContain(text => text.Value == "B");
    }

    [Fact]
    public void The_name_of_a_drawing_tells_its_numbers_apart()
    {
        var rows = new[] { new[] { "", "A" }, ["x", "1"] };
        var key = Chart.KeyOf(ChartKind.Bars, "T", rows);
        key.Length.ShouldBe(32);
        Chart.KeyOf(ChartKind.Bars, "T", rows).ShouldBe(key);
        Chart.KeyOf(ChartKind.Columns, "T", rows).ShouldNotBe(key);
        Chart.KeyOf(ChartKind.Bars, "U", rows).ShouldNotBe(key);
        Chart.KeyOf(ChartKind.Bars, "T", [["", "A"], ["x", "2"]]).ShouldNotBe(key);
        Chart.KeyOf(ChartKind.Bars, "T", [["", "A", "x"], ["1"]]).ShouldNotBe(key);
    }

    private static XElement Draw(Chart chart) => XDocument.Parse(Encoding.UTF8.GetString(DrawChart.Run(chart, "T", isNarrow: false))).Root!;

    private static void Check(XElement svg, (int Width, int Height) size)
    {
        (Of(svg, "width"), Of(svg, "height")).ShouldBe((size.Width, size.Height));
        svg.Descendants().Select(one => one.Name.LocalName).ShouldBeSubsetOf(["title", "style", "rect", "line", "polyline", "circle", "text"]);
        svg.DescendantsAndSelf().Attributes().ShouldAllBe(one => !one.Value.Contains("NaN", StringComparison.Ordinal) && !one.Value.Contains('∞'));
        foreach (var shape in svg.Descendants(Svg + "rect"))
        {
            Of(shape, "x").ShouldBeInRange(-0.1, size.Width);
            Of(shape, "y").ShouldBeInRange(-0.1, size.Height);
            (Of(shape, "x") + Of(shape, "width")).ShouldBeInRange(0, size.Width + 0.1);
            (Of(shape, "y") + Of(shape, "height")).ShouldBeInRange(0, size.Height + 0.1);
        }

        foreach (var point in svg.Descendants(Svg + "polyline").SelectMany(line => line.Attribute("points")!.Value.Split(' ')))
        {
            double.Parse(point.Split(',')[0], CultureInfo.InvariantCulture).ShouldBeInRange(0, size.Width);
            double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture).ShouldBeInRange(0, size.Height);
        }
    }

    private static double Of(XElement shape, string name) => double.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
