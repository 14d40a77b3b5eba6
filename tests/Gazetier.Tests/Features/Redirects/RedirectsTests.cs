using System.Net;
using System.Text;
using Gazetier.Features.Redirects;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Redirects;

public class RedirectsTests
{
    private const string Page = "/redaction/redirections";

    [Fact]
    public async Task One_is_added_found_and_deleted()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.PostAsync(Page, ("ancienne", "https://ancien.example/th%C3%A8me/eau.php"), ("nouvelle", "/themes/eau/"))).Location.ShouldBe(Page + "?fait=ajoute");
        (await visitor.GetAsync("/th%C3%A8me/eau.php")).Location.ShouldBe("/themes/eau/");
        (await ines.GetAsync(Page + "?q=eau.php")).Texts("tbody th").ShouldBe(["/thème/eau.php"]);
        (await ines.GetAsync(Page + "?q=rien")).Has("tbody").ShouldBeFalse();
        await ines.PostAsync(Page, ("supprimer", "/thème/eau.php"));
        (await visitor.GetAsync("/th%C3%A8me/eau.php")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "/themes/eau/")]
    [InlineData("/", "/themes/eau/")]
    [InlineData("ancienne", "/themes/eau/")]
    [InlineData("/ancienne?id=3", "/themes/eau/")]
    [InlineData("/ancienne", "https://ailleurs.example/")]
    [InlineData("/ancienne", "//ailleurs.example/")]
    [InlineData("/ancienne", "/ancienne/")]
    [InlineData("/ancienne", "/nulle-part/")]
    [InlineData("/contact", "/themes/eau/")]
    [InlineData("/themes/eau/", "/contact")]
    [InlineData("/1/autre-titre/", "/contact")]
    public async Task What_is_no_path_leads_elsewhere_turns_in_circles_or_has_no_effect_is_refused(string old, string target)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Page, ("ancienne", old), ("nouvelle", target))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.Redirects.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_taken_in_and_its_wrong_lines_are_reported()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        const string file = "ancienne;nouvelle\n/a;/themes/eau/\n\"/b/\";\"/contact\"\n/c;/a\n/d;/d/\n/themes/eau/;/contact\n/e;http://ailleurs.example/\n/a;/contact\nn’importe quoi\n";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "fichier", "redirections.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/import") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answer = await ines.SendAsync(request);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Texts("tbody td.number").ShouldBe(["5", "6", "7", "9"]);
        (await site.DoAsync(db => db.Redirects.OrderBy(r => r.Path).Select(r => r.Path + " " + r.Target).ToListAsync()))
            .ShouldBe(["/a /contact", "/b/ /contact", "/c /themes/eau/"]);
    }

    [Fact]
    public async Task An_empty_file_is_said_to_be_so()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Page + "/import", ("lignes", "  \n"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(Page + "/import", ("lignes", "/vieux\t/contact"))).Text("[role=status]").ShouldStartWith("1 redirection ajoutée");
    }

    [Theory]
    [InlineData("/a,/b", "/a", "/b")]
    [InlineData("\uFEFF\"/a\" ; \"/b\"", "/a", "/b")]
    [InlineData("/a", "/a", "")]
    public void Columns_are_read_as_files_have_them(string line, string from, string to) =>
        RedirectLine.Read(line).ShouldHaveSingleItem().ShouldBe(new RedirectLine(1, from, to));
}
