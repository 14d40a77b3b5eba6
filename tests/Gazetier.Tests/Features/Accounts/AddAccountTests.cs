using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class AddAccountTests
{
    [Fact]
    public async Task The_link_signs_in_once()
    {
        await using var site = await Site.OpenAsync();
        var link = await site.WithAsync<AddAccount, string>(add => add.RunAsync("Chef@Courrier.example", "Chef", StaffRole.Administrator));
        link.ShouldStartWith("http://localhost/connexion/lien/");
        using var browser = site.Visitor();
        await browser.PostAsync(new Uri(link).AbsolutePath);
        (await browser.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("chef@courrier.example");
        (await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Email == "chef@courrier.example"))).Role.ShouldBe(StaffRole.Administrator);
        using var second = site.Visitor();
        (await second.PostAsync(new Uri(link).AbsolutePath)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_that_exists_gets_the_role_and_its_sessions_end()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.IsSignedInAsync()).ShouldBeTrue();
        await site.WithAsync<AddAccount, string>(add => add.RunAsync("lou@example.org", "Autre nom", StaffRole.Journalist));
        (await lou.IsSignedInAsync()).ShouldBeFalse();
        var account = await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Id == Newsroom.Lou));
        (account.Role, account.DisplayName).ShouldBe((StaffRole.Journalist, "Lou"));
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        await using var site = await Site.OpenAsync();
        await Should.ThrowAsync<ArgumentException>(() => site.WithAsync<AddAccount, string>(add => add.RunAsync("chef", "Chef")));
    }
}
