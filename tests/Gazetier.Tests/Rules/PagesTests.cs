using System.Net;
using System.Reflection;
using Gazetier.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>What holds for every page, whichever it is: the pages are asked of the application, not named here.</summary>
public class PagesTests
{
    [Fact]
    public async Task The_newsroom_does_not_exist_for_visitors_and_readers()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var reader = await site.SignInAsync(Newsroom.Camille);
        foreach (var page in (await site.PagesAsync()).Where(page => page.LiesIn("Newsroom")))
        {
            page.Metadata.OfType<IAuthorizeData>().ShouldContain(rule => rule.Policy == NewsroomIsForStaff.StaffPolicy, page.File);
            foreach (var answer in new[] { await visitor.GetAsync(page.Address), await visitor.PostAsync(page.Address) })
            {
                (answer.Status == HttpStatusCode.NotFound || LeadsToSignIn(answer)).ShouldBeTrue($"{page.Address} is open to visitors: {answer.Status}");
            }

            (await reader.GetAsync(page.Address)).Status.ShouldBe(HttpStatusCode.NotFound, page.Address);
            (await reader.PostAsync(page.Address)).Status.ShouldBe(HttpStatusCode.NotFound, page.Address);
        }
    }

    [Fact]
    public async Task A_readers_own_pages_ask_visitors_to_sign_in()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        foreach (var page in (await site.PagesAsync()).Where(page => page.LiesIn("Mine")))
        {
            page.Metadata.OfType<IAuthorizeData>().ShouldNotBeEmpty(page.File);
            LeadsToSignIn(await visitor.GetAsync(page.Address)).ShouldBeTrue($"{page.Address} is open to visitors");
            LeadsToSignIn(await visitor.PostAsync(page.Address)).ShouldBeTrue($"POST {page.Address} is open to visitors");
        }
    }

    [Theory]
    [InlineData("/Features/Articles/Newsroom/Edit.cshtml", NewsroomIsForStaff.StaffPolicy)]
    [InlineData("/Features/Follows/Mine/Themes.cshtml", null)]
    public void A_page_is_closed_by_the_folder_it_lies_in(string file, string? policy)
    {
        var page = new PageApplicationModel(new PageActionDescriptor { RelativePath = file }, typeof(PageModel).GetTypeInfo(), []);

        new NewsroomIsForStaff().Apply(page);

        page.EndpointMetadata.OfType<IAuthorizeData>().ShouldHaveSingleItem().Policy.ShouldBe(policy);
    }

    [Fact]
    public async Task Personal_pages_are_kept_by_nobody()
    {
        await using var site = await Site.OpenAsync();
        foreach (var browser in await CastAsync(site))
        {
            foreach (var page in (await site.PagesAsync()).Where(page => !page.IsPublic && page.Answers("Get")))
            {
                var answer = await browser.GetAsync(page.Address);
                answer.Headers.GetValueOrDefault("Cache-Control").ShouldBe("no-store", page.Address);
                answer.Headers.GetValueOrDefault("X-Robots-Tag").ShouldBe("noindex", page.Address);
            }
        }
    }

    [Fact]
    public async Task Kept_pages_set_no_cookie_and_say_what_they_depend_on()
    {
        await using var site = await Site.OpenAsync();
        var pages = (await site.PagesAsync()).Where(page => page.IsPublic).ToList();
        pages.ShouldNotBeEmpty();
        foreach (var browser in await CastAsync(site))
        {
            foreach (var page in pages)
            {
                var answer = await browser.GetAsync(page.Address);
                answer.Headers.ShouldNotContainKey("Set-Cookie", page.Address);
                if (answer.Status == HttpStatusCode.OK)
                {
                    answer.Headers["Cache-Control"].ShouldBe("no-cache", page.Address);
                    answer.Headers["Vary"].ShouldStartWith("Accept-Encoding", Case.Sensitive, page.Address);
                    answer.Headers.ShouldContainKey("ETag", page.Address);
                    answer.Headers.ShouldNotContainKey("X-Robots-Tag", page.Address);
                }
            }
        }
    }

    [Fact]
    public async Task Every_page_answers_is_named_and_holds_nothing_inline_or_foreign()
    {
        await using var site = await Site.OpenAsync();
        foreach (var browser in await CastAsync(site))
        {
            foreach (var page in (await site.PagesAsync()).Where(page => page.Answers("Get")))
            {
                var answer = await browser.GetAsync(page.Address);
                ((int)answer.Status).ShouldBeLessThan(500, page.Address);
                if (answer.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
                {
                    Wrong(answer).ShouldBeEmpty(page.Address);
                }
            }
        }
    }

    private static IEnumerable<string> Wrong(Answer answer)
    {
        var document = answer.Document;
        if (document.DocumentElement.GetAttribute("lang") is null or "")
        {
            yield return "no lang";
        }

        if (document.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"{document.QuerySelectorAll("h1").Length} h1";
        }

        if (document.QuerySelector("main") is null || document.QuerySelector("a.skip") is null)
        {
            yield return "no main, or no skip link";
        }

        if (document.Title is null or "" || !document.Title.Contains("Le Courrier", StringComparison.Ordinal))
        {
            yield return $"the title “{document.Title}” does not name the paper";
        }

        foreach (var element in document.QuerySelectorAll("[style], style, script:not([src], [type='application/ld+json'], [type='application/json'])"))
        {
            yield return $"inline: {element.OuterHtml}";
        }

        foreach (var element in document.QuerySelectorAll("[src], link[href]:not([rel=canonical]):not([rel=alternate])"))
        {
            var address = element.GetAttribute("src") ?? element.GetAttribute("href")!;
            if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))
            {
                yield return $"asks elsewhere: {element.OuterHtml}";
            }
        }

        foreach (var twice in document.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"{twice.Count()} elements have the id {twice.Key}";
        }
    }

    private static bool LeadsToSignIn(Answer answer) =>
        answer.Status == HttpStatusCode.Redirect && answer.Location?.StartsWith("/connexion", StringComparison.Ordinal) == true;

    private static async Task<Browser[]> CastAsync(Site site) =>
        [site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Camille), await site.SignInAsync(Newsroom.Ines)];
}
