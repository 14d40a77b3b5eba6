using System.Net;
using Gazetier.Mail;
using Gazetier.Tests.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.DevMail;

public class DevMailTests
{
    [Fact]
    public async Task Kept_mails_are_listed_newest_first_and_shown_with_text_links_headers_and_html_in_a_sandbox()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/dev/mail")).Text("main").ShouldContain("Aucun mail");
        await KeepAsync(site, "Premier");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await KeepAsync(site, "Second <b>");

        var list = await visitor.GetAsync("/dev/mail");
        list.Texts("tbody th").ShouldBe(["Second <b>", "Premier"]);
        list.Texts("tbody td").ShouldContain("a@example.org");
        var address = list.Document.QuerySelector("tbody a")!.GetAttribute("href")!;
        var mail = await visitor.GetAsync(address);
        mail.Text("pre").ShouldContain("Bonjour");
        mail.Document.QuerySelector("main ul a")!.GetAttribute("href").ShouldBe("https://exemple.fr/lien?a=1");
        mail.Texts("details dt").ShouldContain("List-Id");
        mail.Document.QuerySelector("iframe")!.GetAttribute("sandbox").ShouldBe("");
        mail.Headers["Content-Security-Policy"].ShouldEndWith("; frame-src 'self'");

        var html = await visitor.GetAsync(address + "/html");
        html.Body.ShouldContain("<p style=\"color:red\">Bonjour</p>");
        var policy = html.Headers["Content-Security-Policy"];
        policy.ShouldContain("sandbox");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script-src");
    }

    [Fact]
    public async Task Codes_of_the_demonstration_are_shown_and_nobody_elses()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        (await visitor.GetAsync("/dev/mail")).Has(".factors").ShouldBeFalse();
        await site.DoAsync(db => db.Authenticators.ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDemonstration, true)));
        (await visitor.GetAsync("/dev/mail")).Text(".factors code").Replace(" ", "", StringComparison.Ordinal).ShouldBe(site.CodeOf(secret));
        for (var n = 0; n < 2; n++)
        {
            // Used codes make room for the next, so that one can sign in again at once.
            using var ines = await site.SignInAsync(Newsroom.Ines, Gazetier.Features.Accounts.Proof.Password);
            (await ines.ProveAsync((await visitor.GetAsync("/dev/mail")).Text(".factors code"))).Location.ShouldBe("/redaction");
        }

        await using var live = await Site.OpenAsync(null, ("Mail:Smtp", "smtp://127.0.0.1:1"));
        using var outside = live.Visitor();
        (await outside.GetAsync("/dev/mail")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/dev/mail/absent.eml")]
    [InlineData("/dev/mail/..%2fgazetier.db")]
    [InlineData("/dev/mail/..%2f..%2fetc%2fpasswd/html")]
    [InlineData("/dev/mail?page=7")]
    public async Task No_name_leads_out_of_the_folder(string address)
    {
        await using var site = await Site.OpenAsync();
        await KeepAsync(site, "Premier");
        using var visitor = site.Visitor();
        (await visitor.GetAsync(address)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Where_mails_leave_by_smtp_nothing_is_shown()
    {
        await using var site = await Site.OpenAsync(null, ("Mail:Smtp", "smtp://127.0.0.1:1"));
        var name = await KeepAsync(site, "Premier");
        using var visitor = site.Visitor();
        foreach (var address in new[] { "/dev/mail", "/dev/mail/" + name, $"/dev/mail/{name}/html" })
        {
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "piege.example")]
    public async Task Who_comes_from_elsewhere_through_this_machine_sees_nothing(string header, string value)
    {
        await using var site = await Site.OpenAsync();
        var name = await KeepAsync(site, "Premier");
        using var visitor = site.Visitor();
        foreach (var address in new[] { "/dev/mail", "/dev/mail/" + name, $"/dev/mail/{name}/html" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);
            (await visitor.SendAsync(request)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<string> KeepAsync(Site site, string subject)
    {
        var kept = site.Services.GetRequiredService<KeptMails>();
        await kept.SendAsync(
            new Email
            {
                To = "a@example.org",
                Subject = subject,
                Text = "Bonjour\nhttps://exemple.fr/lien?a=1\n",
                Html = "<p style=\"color:red\">Bonjour</p><script>alert(1)</script>",
                MessageId = "1@courrier.example",
                Headers = [new("List-Id", "<digest.courrier.example>")],
            },
            CancellationToken.None);
        return kept.Names()[0];
    }
}
