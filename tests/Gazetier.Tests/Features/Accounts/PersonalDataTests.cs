using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Audit;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Tests.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class PersonalDataTests
{
    [Fact]
    public async Task A_reader_takes_everything_away()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site, Newsroom.Camille, "camille@example.org");
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var zip = await ExportAsync(site, Newsroom.Camille, "camille@example.org");
        var answer = await camille.GetAsync("/mon-compte/donnees/export");
        answer.Headers["Content-Type"].ShouldBe("application/zip");
        answer.Headers["Cache-Control"].ShouldBe("no-store");

        var json = JsonDocument.Parse(await TextAsync(zip, "donnees.json")).RootElement;
        json.GetProperty("compte")[0].GetProperty("adresse").GetString().ShouldBe("camille@example.org");
        json.GetProperty("suivis")[0].GetProperty("nom").GetString().ShouldBe("Eau");
        json.GetProperty("edition")[0].GetProperty("heure").GetInt32().ShouldBe(7);
        json.GetProperty("envois")[0].GetProperty("articles").GetString().ShouldBe("3,1");
        json.GetProperty("abonnements").GetArrayLength().ShouldBe(1);
        json.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        json.GetProperty("inscriptions")[0].GetProperty("nom").GetString().ShouldBe("=1+1, \"Camille\"");
        (await TextAsync(zip, "inscriptions.csv")).ShouldContain("camille@example.org;\"'=1+1, \"\"Camille\"\"\";");
        (await TextAsync(zip, "lisez-moi.txt")).ShouldContain("donnees.json");
        zip.Entries.Count.ShouldBe(2 + json.EnumerateObject().Count());
        json.ToString().ShouldNotContain("argon2");
        json.ToString().ShouldNotContain("noe@example.org");
    }

    [Fact]
    public async Task Deletion_leaves_no_address_in_any_table()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site, Newsroom.Camille, "camille@example.org");
        await site.GivePasswordAsync(Newsroom.Camille);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var elsewhere = await site.SignInAsync(Newsroom.Camille);
        (await elsewhere.IsSignedInAsync()).ShouldBeTrue();
        await camille.PostAsync("/mot-de-passe-oublie", ("email", "camille@example.org"));
        await site.PostOutboxAsync();
        (await TracesAsync(site, "camille@example.org", Newsroom.Camille)).ShouldNotBeEmpty();

        (await camille.PostAsync("/mon-compte/supprimer", ("password", "wrong"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await camille.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Location.ShouldBe("/compte-supprime");
        (await elsewhere.IsSignedInAsync()).ShouldBeFalse();
        (await site.MailsToAsync("camille@example.org"))[^1].Subject.ShouldBe("Votre compte est supprimé");
        await site.WithAsync<ForgetOld, bool>(async forget =>
        {
            await forget.RunAsync(CancellationToken.None);
            return true;
        });

        (await TracesAsync(site, "camille@example.org", Newsroom.Camille)).ShouldBeEmpty();
        (await site.DoAsync(db => db.Deliveries.SingleAsync(d => d.Articles == "3,1"))).State.ShouldBe(DeliveryState.Dropped);
        (await TracesAsync(site, "noe@example.org", Newsroom.Noe)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_staff_the_record_keeps_a_name_and_nothing_that_leads_to_the_account()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Rose);
        using var rose = await site.SignInAsync(Newsroom.Rose);
        var offer = await rose.GetAsync("/mon-compte/securite/application");
        var secret = SecretLetters.Bytes(offer.Text("code.secret").Replace(" ", "", StringComparison.Ordinal));
        await rose.PostAsync("/mon-compte/securite/application", ("secret", offer.Document.QuerySelector("input[name=secret]")!.GetAttribute("value")!), ("code", site.CodeOf(secret)));
        await rose.MakeCodesAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(
                new Act { At = site.Now, ById = Newsroom.Rose, ByName = "Rose", What = "article.published", ArticleId = 3 },
                new Act { At = site.Now, ById = Newsroom.Rose, ByName = "rose@example.org", What = "article.published", ArticleId = 4 },
                new Act { At = site.Now, ById = Newsroom.Odile, ByName = "Odile", What = ActNames.RoleChanged, AboutId = Newsroom.Rose, AboutName = "rose@example.org" });
            await db.SaveChangesAsync();
        });
        var json = JsonDocument.Parse(await TextAsync(await ExportAsync(site, Newsroom.Rose, "rose@example.org"), "donnees.json")).RootElement;
        json.GetProperty("rubriques_confiees")[0].GetProperty("rubrique").GetString().ShouldBe("Juridique");
        json.GetProperty("secondes_preuves").GetArrayLength().ShouldBe(11);
        json.GetProperty("actes").GetArrayLength().ShouldBeGreaterThan(3);
        json.ToString().ShouldNotContain(SecretLetters.Of(secret));

        (await rose.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Location.ShouldBe("/compte-supprime");
        await site.PostOutboxAsync();
        await site.WithAsync<ForgetOld, bool>(async forget =>
        {
            await forget.RunAsync(CancellationToken.None);
            return true;
        });

        (await TracesAsync(site, "rose@example.org", Newsroom.Rose)).ShouldBeEmpty();
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.ArticleId == 3))).ByName.ShouldBe("Rose");
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.ArticleId == 4))).ByName.ShouldBe("Compte supprimé");
    }

    [Fact]
    public async Task The_address_is_free_again_afterwards()
    {
        await using var site = await Site.OpenAsync();
        using var first = await site.RegisterAsync("anais@example.org");
        await first.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good));
        using var second = await site.RegisterAsync("anais@example.org");
        (await second.IsSignedInAsync()).ShouldBeTrue();
        (await first.IsSignedInAsync()).ShouldBeFalse();
    }

    private static Task FillAsync(Site site, Guid id, string email) => site.DoAsync(async db =>
    {
        var issue = new Issue { Key = "digest/1", List = "digest", Title = "Ma Gazette", CreatedAt = site.Now };
        db.AddRange(
            new Follow { AccountId = id, Kind = FollowKind.Theme, SubjectId = Newsroom.Water.Id, CreatedAt = site.Now },
            new DigestRhythm { AccountId = id, ReadUntil = site.Now, NextDueAt = site.Now.AddHours(1) },
            issue,
            new Delivery { IssueId = issue.Id, AccountId = id, Email = email, Articles = "3,1", NotBefore = site.Now, Answer = $"451 <{email}> later" },
            new Registration { Email = email, DisplayName = "=1+1, \"Camille\"", PasswordHash = "", CreatedAt = site.Now });
        await db.SaveChangesAsync();
    });

    private static Task<ZipArchive> ExportAsync(Site site, Guid id, string email) => site.WithAsync<ExportPersonalData, ZipArchive>(async export =>
        new ZipArchive(new MemoryStream(await export.RunAsync(new Person(id, email), CancellationToken.None))));

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    /// <summary>Table and column of every value that holds the address, in any case, or the account's id.</summary>
    private static Task<List<string>> TracesAsync(Site site, string email, Guid id) => site.DoAsync(async db =>
    {
        var traces = new List<string>();
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.IsMappedToJson()
            ? [(Table: type.GetTableName()!, Name: type.GetContainerColumnName()!)]
            : type.GetProperties().Select(p => (Table: type.GetTableName()!, Name: p.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema()))!)));
        foreach (var (table, name) in columns.Distinct())
        {
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE LOWER(CAST(\"{name}\" AS TEXT)) LIKE {{0}} OR LOWER(CAST(\"{name}\" AS TEXT)) LIKE {{1}}";
            if (await db.Database.SqlQueryRaw<int>(sql, $"%{email}%", $"%{id}%").SingleAsync() > 0)
            {
                traces.Add($"{table}.{name}");
            }
        }

        return traces;
    });
}
