using Gazetier.Features.Places;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>What a name behind an operator means.</summary>
public class KnownHeadingsTests
{
    private static readonly KnownHeadings Known = new(
    [
        .. Gazetteer.Places.Where(place => place.Name.StartsWith("Saint-A", StringComparison.Ordinal)).Take(80).Select(Of),
        .. new[] { "Cormeilles-en-Parisis", "01", "Paris", "Cher" }.SelectMany(Gazetteer.Find).DistinctBy(place => place.Id).Select(Of),
        Named(HeadingKind.Theme, "Réseaux"), Named(HeadingKind.Theme, "Eau potable"), Named(HeadingKind.Theme, "Numérique"),
        Named(HeadingKind.Author, "Claire Vasseur"), Named(HeadingKind.Author, "Clairette Vasse"), Named(HeadingKind.Author, "Jean Clair"),
        Named(HeadingKind.Section, "Eau"), Named(HeadingKind.Section, "L’eau et les réseaux"),
    ]);

    [Theory]
    [InlineData(HeadingKind.Place, "Ain", "Ain")]
    [InlineData(HeadingKind.Place, "01", "Ain")]
    [InlineData(HeadingKind.Place, "ain-01", "Ain")]
    [InlineData(HeadingKind.Place, "cormeilles en parisis", "Cormeilles-en-Parisis")]
    [InlineData(HeadingKind.Place, "Cormeilles-en", "Cormeilles-en-Parisis")]
    [InlineData(HeadingKind.Place, "Lyon", "")]
    [InlineData(HeadingKind.Place, "Arisis", "")]
    [InlineData(HeadingKind.Theme, "Eau", "Eau potable")]
    [InlineData(HeadingKind.Theme, "réseau", "Réseaux")]
    [InlineData(HeadingKind.Theme, "eaux", "")]
    [InlineData(HeadingKind.Section, "EAU", "Eau")]
    [InlineData(HeadingKind.Section, "réseaux eau", "L’eau et les réseaux")]
    [InlineData(HeadingKind.Author, "vasseur", "Claire Vasseur")]
    [InlineData(HeadingKind.Author, "vass clai", "Claire Vasseur, Clairette Vasse")]
    [InlineData(HeadingKind.Author, "Clair", "Jean Clair")]
    [InlineData(HeadingKind.Author, "-", "")]
    public void A_name_is_what_is_called_so_before_what_has_its_words_and_never_a_part_of_a_word(HeadingKind kind, string written, string found) =>
        string.Join(", ", Known.Find(kind, written).Select(heading => heading.Name).Order(StringComparer.Ordinal)).ShouldBe(found);

    [Fact]
    public void Paris_is_nothing_that_only_lies_in_the_Parisis() => Known.Find(HeadingKind.Place, "Paris").Select(heading => heading.Slug).Distinct().Order(StringComparer.Ordinal).ShouldBe(["paris-75", "paris-75056"]);

    private static Heading Of(Place place) => new(HeadingKind.Place, place.Id, place.Slug, place.Name);

    private static Heading Named(HeadingKind kind, string name) => new(kind, Guid.CreateVersion7(), Slug.From(name), name);
}
