using CsCheck;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Taxes;
using Shouldly;

namespace Gazetier.Tests.Features.Taxes;

/// <summary>F-30 and F-31: the rate is looked up, and what is not known is refused.</summary>
public class VatTableTests
{
    private static readonly VatTable Table = new(VatRateTable.Known());
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly Imprint Press = new() { Cppap = "0000 W 00000", CppapFrom = new DateOnly(2024, 1, 1), CppapUntil = new DateOnly(2026, 12, 31) };

    [Theory]
    [InlineData(VatClass.Press, Territory.Metropole, 210)]
    [InlineData(VatClass.Press, Territory.Reunion, 105)]
    [InlineData(VatClass.Press, Territory.Mayotte, 0)]
    [InlineData(VatClass.Service, Territory.Metropole, 2000)]
    [InlineData(VatClass.Service, Territory.Guadeloupe, 850)]
    [InlineData(VatClass.Service, Territory.Guyane, 0)]
    public void F_30_a_rate_has_a_source_and_is_the_same_for_a_town_hall(VatClass product, Territory territory, int expected)
    {
        foreach (var customer in Enum.GetValues<VatCustomer>())
        {
            var rate = Table.RateOf(product, customer, territory, Day, Press).Rate.ShouldNotBeNull();
            rate.BasisPoints.ShouldBe(expected);
            rate.Source.ShouldContain("CGI");
        }
    }

    [Fact]
    public void F_30_what_is_not_in_the_table_or_twice_in_it_is_refused()
    {
        Table.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Elsewhere, Day, Press).ShouldBe(new VatAnswer(null, VatRefusal.Unknown));
        Table.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Metropole, new DateOnly(2000, 1, 1), Press).Refusal.ShouldBe(VatRefusal.Unknown);
        var twice = new VatTable([.. VatRateTable.Known(), .. VatRateTable.Known()]);
        twice.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Metropole, Day, Press).Refusal.ShouldBe(VatRefusal.Ambiguous);
    }

    [Fact]
    public void F_30_a_rate_ends_where_the_next_begins()
    {
        var end = new DateOnly(2027, 1, 1);
        var old = new VatRate { Class = VatClass.Service, From = new DateOnly(2014, 1, 1), Until = end, BasisPoints = 2000, Source = "a" };
        var table = new VatTable([old, new VatRate { Class = VatClass.Service, From = end, BasisPoints = 2100, Source = "b" }]);
        table.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Metropole, end.AddDays(-1), Press).Rate!.BasisPoints.ShouldBe(2000);
        table.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Metropole, end, Press).Rate!.BasisPoints.ShouldBe(2100);
    }

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void F_31_the_rate_of_the_press_asks_for_a_number_that_is_valid(string day, bool isPress)
    {
        Table.RateOf(VatClass.Press, VatCustomer.Consumer, Territory.Metropole, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Press).Refusal
            .ShouldBe(isPress ? null : VatRefusal.NoPressNumber);
        Table.RateOf(VatClass.Press, VatCustomer.Consumer, Territory.Metropole, Day, new Imprint { Cppap = "0000 W 00000" }).Refusal.ShouldBe(VatRefusal.NoPressNumber);
        Table.RateOf(VatClass.Service, VatCustomer.Consumer, Territory.Metropole, Day, new Imprint()).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("FR", "35 000", Territory.Metropole)]
    [InlineData("FR", "20000", Territory.Metropole)]
    [InlineData("FR", "97110", Territory.Guadeloupe)]
    [InlineData("FR", "97150", Territory.Elsewhere)]
    [InlineData("FR", "97400", Territory.Reunion)]
    [InlineData("FR", "98800", Territory.Elsewhere)]
    [InlineData("MC", "98000", Territory.Metropole)]
    [InlineData("BE", "10000", Territory.Elsewhere)]
    [InlineData("FR", "3500", Territory.Elsewhere)]
    public void A_postcode_says_the_territory(string country, string postcode, Territory expected) => Territories.Of(country, postcode).ShouldBe(expected);

    [Theory]
    [InlineData(19900, 210, 19491, 409)]
    [InlineData(1900, 210, 1861, 39)]
    [InlineData(1, 2000, 1, 0)]
    [InlineData(3, 2000, 3, 0)]
    [InlineData(0, 210, 0, 0)]
    public void A_price_with_tax_is_parted(int gross, int rate, int net, int vat) => Taxed.OfGross(gross, rate).ShouldBe(new Taxed(net, vat, rate));

    [Theory]
    [InlineData(39000, 210, 819)]
    [InlineData(50, 500, 3)]
    [InlineData(49, 500, 2)]
    public void Half_a_cent_of_tax_is_a_cent(int net, int rate, int vat) => Taxed.OfNet(net, rate).VatCents.ShouldBe(vat);

    [Fact]
    public void With_and_without_differ_by_the_tax_to_the_cent_whichever_is_stated() =>
        Gen.Select(Gen.Int[0, 100_000_000], Gen.Int[0, 3000]).Sample((cents, rate) =>
        {
            var (gross, net) = (Taxed.OfGross(cents, rate), Taxed.OfNet(cents, rate));
            return gross.GrossCents == cents && net.NetCents == cents && gross.VatCents >= 0
                // The tax is right to half a cent.
                && Math.Abs((gross.NetCents * (long)rate) - (gross.VatCents * 10_000L)) <= 10_000 && Math.Abs((net.NetCents * (long)rate) - (net.VatCents * 10_000L)) <= 5_000;
        });
}
