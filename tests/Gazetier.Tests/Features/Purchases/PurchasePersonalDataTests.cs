using System.Net;
using System.Text;
using Gazetier.Features.Accounts;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

public class PurchasePersonalDataTests
{
    [Fact]
    public async Task L_41_an_order_outlives_the_account_without_it_and_what_was_begun_goes()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou);
        await lou.PostAsync("/abonnement/commander/collectivite", ("quantite", "1"), ("habitants", "10"));
        var person = new Person(Newsroom.Lou, "lou@example.org");
        var tables = await site.WithAsync<IEnumerable<IHoldPersonalData>, IReadOnlyList<PersonalTable>>(holders => holders.OfType<PurchasePersonalData>().Single().ExportAsync(person, CancellationToken.None));
        tables.Single(t => t.Name == "commandes").Rows.Count.ShouldBe(2);
        await site.WithAsync<DeleteAccount, bool>(async delete =>
        {
            await delete.RunAsync(await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Id == Newsroom.Lou)), CancellationToken.None);
            return true;
        });
        var kept = await site.DoAsync(db => db.Purchases.SingleAsync());
        (kept.Number, kept.AccountId, kept.Billing.Name).ShouldBe((bought.Number, null, "Lou Marchal"));
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync($"/redaction/commandes/{bought.Id}")).Text(".facts").ShouldContain("Le compte a été supprimé.");
        (await dora.PayAsync(bought.Id, "199")).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_purchase_order_is_told_by_its_bytes_and_seen_by_its_buyer_and_the_desk_only()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var address = (await lou.PostAsync("/abonnement/commander/collectivite", ("quantite", "1"), ("habitants", "10"))).Location!;
        (await lou.SendAsync(Upload(address, "bon.pdf", Encoding.ASCII.GetBytes("<script>alert(1)</script>")))).Text(".error-summary li").ShouldContain("ni un PDF");
        (await lou.SendAsync(Upload(address, "bon.pdf", new byte[PurchaseFile.MaxSize + 1]))).Text(".error-summary li").ShouldContain("10 Mo au plus");
        (await lou.SendAsync(Upload(address, "../..\\Bon n° 12.exe", Encoding.ASCII.GetBytes("%PDF-1.7 …")))).Location!.ShouldEndWith("/reglement");
        var id = address.Split('/')[3];
        var file = await lou.GetAsync($"/mon-compte/commandes/{id}/bon");
        (file.Headers["Content-Type"], file.Headers["X-Content-Type-Options"]).ShouldBe(("application/pdf", "nosniff"));
        file.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=bon-n-12.pdf");
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync($"/mon-compte/commandes/{id}/bon")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync($"/redaction/commandes/{id}/bon")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_begun_and_left_is_forgotten_after_sixty_days()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.FillInAsync();
        site.Clock.Advance(Purchase.KeptBegun);
        (await site.WithAsync<ForgetBegunPurchases, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await site.WithAsync<ForgetBegunPurchases, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(1);
    }

    private static HttpRequestMessage Upload(string address, string name, byte[] content)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in SalesSteps.TownAddress())
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(content), "bon", name);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }
}
