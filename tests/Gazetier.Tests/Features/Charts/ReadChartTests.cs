using Gazetier.Features.Charts;
using Shouldly;

namespace Gazetier.Tests.Features.Charts;

public class ReadChartTests
{
    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u202F234,5 %", 1234.5)]
    [InlineData("1\u00A0234\u00A0567", 1234567)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1,234,567.25", 1234567.25)]
    [InlineData("1.234.567,25", 1234567.25)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("1,234", 1.234)]
    [InlineData("-3", -3)]
    [InlineData("−3,2 %", -3.2)]
    [InlineData("+4", 4)]
    [InlineData("$-1,250.50", -1250.5)]
    [InlineData("-€12", -12)]
    [InlineData("12 M€", 12)]
    [InlineData("1'234", 1234)]
    [InlineData(",5", 0.5)]
    public void Numbers_are_read_as_people_write_them(string cell, double value) => Values(cell).ShouldBe([value]);

    [Theory]
    [InlineData("")]
    [InlineData("–")]
    [InlineData("n.d.")]
    [InlineData("N/A")]
    [InlineData("…")]
    public void What_is_missing_is_a_gap(string cell) => Values("1", cell, "2").ShouldBe([1, null, 2]);

    [Theory]
    [InlineData("douze")]
    [InlineData("12 34")]
    [InlineData("1.2.3,4,5")]
    [InlineData("2019 à 2021")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    [InlineData("<script>")]
    public void What_is_no_number_is_named(string cell)
    {
        var (chart, fault) = ReadChart.Of(ChartKind.Columns, [["", "A"], ["x", cell]]);
        chart.ShouldBeNull();
        (fault!.Kind, fault.Detail).ShouldBe((ChartFaultKind.NotANumber, cell));
    }

    [Fact]
    public void What_a_comma_means_is_learned_from_the_whole_table()
    {
        Values("1,234", "2,345.5").ShouldBe([1234, 2345.5]);
        Values("1,234", "12,345,678").ShouldBe([1234, 12345678]);
        Values("1,234", "3,5").ShouldBe([1.234, 3.5]);
        Values("1.234", "3,5").ShouldBe([1234, 3.5]);
    }

    [Fact]
    public void What_cannot_be_drawn_says_why()
    {
        Fault(ChartKind.Lines).ShouldBe(ChartFaultKind.NoTable);
        Fault(ChartKind.Lines, ["", "A"]).ShouldBe(ChartFaultKind.TooSmall);
        Fault(ChartKind.Lines, [""], ["x"]).ShouldBe(ChartFaultKind.TooSmall);
        Fault(ChartKind.Lines, ["", "A"], ["x", "–"]).ShouldBe(ChartFaultKind.NoNumbers);
        Fault(ChartKind.Lines, ["", "A", "B"], ["x", "1 %", "2 €"]).ShouldBe(ChartFaultKind.SeveralUnits);
        Fault(ChartKind.Lines, [.. Enumerable.Repeat("A", 10)], [.. Enumerable.Repeat("1", 10)]).ShouldBe(ChartFaultKind.TooManySeries);
        Fault(ChartKind.Lines, [["", "A"], .. Enumerable.Repeat<string[]>(["x", "1"], 61)]).ShouldBe(ChartFaultKind.TooManyRows);
        Fault(ChartKind.Columns, [["", "A", "B", "C"], .. Enumerable.Repeat<string[]>(["x", "1", "2", "3"], 50)]).ShouldBe(ChartFaultKind.TooManyMarks);
        ReadChart.Of(ChartKind.Lines, [["", "A", "B", "C"], .. Enumerable.Repeat<string[]>(["x", "1", "2", "3"], 50)]).Chart.ShouldNotBeNull();
    }

    [Fact]
    public void A_chart_says_in_words_where_it_is_highest_and_lowest()
    {
        var chart = ReadChart.Of(ChartKind.Bars, [["Commune", "2025", "2026"], ["Valmorel", "2,1 %", "−3 %"], ["Le Bourg", "1 250", ""]]).Chart!;
        chart.AlternativeText("Prix de l’eau.").ShouldBe(
            "Graphique en barres : Prix de l’eau. Minimum : −3\u00A0% (Valmorel, 2026) ; maximum : 1\u202F250\u00A0% (Le Bourg, 2025). Les chiffres sont dans le tableau.");
    }

    [Theory]
    [InlineData("a\tb\n1\t2,5", "a|b/1|2,5")]
    [InlineData("a;b\r\nx;2,5\r\n\r\n", "a|b/x|2,5")]
    [InlineData("a,b\n\"x, y\",2.5", "a|b/x, y|2.5")]
    [InlineData("\uFEFFa;b\n\"dit \"\"oui\"\"\";1", "a|b/dit \"oui\"|1")]
    [InlineData("a;b\n\"deux\nlignes\";1", "a|b/deux lignes|1")]
    [InlineData("An;Taux, en %\n2025;2,5\n2026;3,5", "An|Taux, en %/2025|2,5/2026|3,5")]
    [InlineData("a,b,c\nx,1\ny,1,2", "a|b|c/x|1/y|1|2")]
    [InlineData("sans séparateur", "sans séparateur")]
    [InlineData("", "")]
    public void Text_that_was_pasted_becomes_rows(string text, string rows) =>
        string.Join('/', PastedTable.Read(text).Select(row => string.Join('|', row))).ShouldBe(rows);

    private static IReadOnlyList<double?> Values(params string[] cells)
    {
        var (chart, fault) = ReadChart.Of(ChartKind.Lines, [["", "A"], .. cells.Select(cell => new[] { "x", cell })]);
        fault.ShouldBeNull();
        return chart!.Series[0].Values;
    }

    private static ChartFaultKind Fault(ChartKind kind, params string[][] rows) => ReadChart.Of(kind, rows).Fault!.Kind;
}
