using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Web;

public class PackedFilesTests
{
    [Theory]
    [InlineData("a { b: c; }", "a { b: c; }")]
    [InlineData("/* the reader's */\na {\n  b: c;\n}\n", "\na {\nb: c;\n}\n")]
    [InlineData("a::before { content: \"/* kept  */\"; } /* gone\n\n too */ b { }", "a::before { content: \"/* kept  */\"; }  b { }")]
    [InlineData("[name='/*'] .a\n  .b { } /* * / */", "[name='/*'] .a\n.b { } ")]
    public void A_style_travels_without_its_notes_and_means_the_same(string written, string sent) => PackedFiles.Tightened(written).ShouldBe(sent);

    [Fact]
    public async Task A_page_for_everybody_carries_no_style_of_the_accounts()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Body.ShouldNotContain("/css/account.css");
        (await visitor.GetAsync("/connexion")).Body.ShouldContain("/css/account.css");
        (await visitor.GetAsync("/rien-de-tel")).Body.ShouldContain("/css/account.css");
    }
}
