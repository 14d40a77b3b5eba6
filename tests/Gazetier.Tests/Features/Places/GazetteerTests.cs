using Gazetier.Features.Places;
using Shouldly;

namespace Gazetier.Tests.Features.Places;

public class GazetteerTests
{
    [Theory]
    [InlineData("Lille", "Lille")]
    [InlineData("  lille ", "Lille")]
    [InlineData("st etienne (42)", "Saint-Étienne")]
    [InlineData("Hauts-de-France", "Hauts-de-France")]
    [InlineData("hauts de france", "Hauts-de-France")]
    [InlineData("59", "Nord")]
    [InlineData("2a", "Corse-du-Sud")]
    [InlineData("59350", "Lille")]
    [InlineData("L'Abergement-Clémenciat", "L'Abergement-Clémenciat")]
    [InlineData("l’abergement clemenciat", "L'Abergement-Clémenciat")]
    public void It_finds_a_place_however_it_is_written(string written, string name) => Gazetteer.Find(written).ShouldHaveSingleItem().Name.ShouldBe(name);

    [Fact]
    public void Names_that_several_bear_bring_them_all_the_most_peopled_first()
    {
        var found = Gazetteer.Find("Saint-Denis");
        found.Count.ShouldBeGreaterThan(3);
        found[0].Name.ShouldBe("Saint-Denis (974)");
        Gazetteer.Find("Saint-Denis (93)").ShouldHaveSingleItem().Code.ShouldBe("93066");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Atlantide")]
    [InlineData("(((")]
    public void What_is_no_place_is_none(string written) => Gazetteer.Find(written).ShouldBeEmpty();

    [Fact]
    public void Around_a_commune_lie_its_departement_and_its_region() =>
        Gazetteer.WithAround(Gazetteer.Find("Lille")[0]).Select(place => place.Name).ShouldBe(["Lille", "Nord", "Hauts-de-France"]);

    [Fact]
    public void Every_slug_leads_to_its_place() =>
        Gazetteer.Places.ShouldAllBe(place => Gazetteer.OfSlug(place.Slug) == place && Gazetteer.OfId(place.Id) == place);
}
