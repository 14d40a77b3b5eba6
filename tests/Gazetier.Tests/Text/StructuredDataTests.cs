using System.Text.Json;
using System.Text.Json.Nodes;
using Gazetier.Text;
using Shouldly;

namespace Gazetier.Tests.Text;

public class StructuredDataTests
{
    [Fact]
    public void What_is_not_known_is_left_out_at_any_depth()
    {
        var json = StructuredData.Write(new JsonObject
        {
            ["@type"] = "Person",
            ["name"] = "Claire",
            ["jobTitle"] = "",
            ["image"] = null,
            ["worksFor"] = new JsonObject { ["@type"] = "Organization", ["name"] = "" },
            ["knows"] = new JsonArray(null, "", new JsonObject { ["@type"] = "Person", ["name"] = "Yann" }),
            ["award"] = new JsonArray(),
            ["isAccessibleForFree"] = false,
            ["position"] = 0,
        });
        json.ShouldBe("""{"@context":"https://schema.org","@type":"Person","name":"Claire","knows":[{"@type":"Person","name":"Yann"}],"isAccessibleForFree":false,"position":0}""");
    }

    [Fact]
    public void Hostile_text_closes_no_script_and_is_printable()
    {
        var json = StructuredData.Write(StructuredData.Named("Person", "</script><!-- \u0001\ud800" + Hostile.Headline, "https://courrier.example/"));
        json.ShouldNotContain("<");
        json.ShouldNotContain(">");
        json.ShouldNotContain("&");
        var name = JsonDocument.Parse(json).RootElement.GetProperty("name").GetString()!;
        name.ShouldStartWith("</script><!-- ");
        name.ShouldEndWith(Hostile.Shown);
        name.ShouldNotContain("\u0001");
    }

    [Fact]
    public void A_trail_is_numbered_and_its_end_may_have_no_address()
    {
        var steps = JsonDocument.Parse(StructuredData.Write(StructuredData.Trail([("Accueil", "https://courrier.example/"), ("Thèmes", "https://courrier.example/themes/"), ("Eau", null)])))
            .RootElement.GetProperty("itemListElement").EnumerateArray().ToList();
        steps.Select(step => step.GetProperty("position").GetInt32()).ShouldBe([1, 2, 3]);
        steps[1].GetProperty("item").GetString().ShouldBe("https://courrier.example/themes/");
        steps[2].TryGetProperty("item", out _).ShouldBeFalse();
    }

    [Fact]
    public void Several_things_are_a_list_each_with_its_context()
    {
        var list = JsonDocument.Parse(StructuredData.Write([StructuredData.Named("WebSite", "A", "https://a.example/"), StructuredData.Named("WebSite", "B", "https://b.example/")])).RootElement;
        list.EnumerateArray().ShouldAllBe(thing => thing.GetProperty("@context").GetString() == "https://schema.org");
    }
}
