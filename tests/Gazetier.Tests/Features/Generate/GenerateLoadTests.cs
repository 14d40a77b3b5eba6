using Gazetier.Features.Access;
using Gazetier.Features.Generate;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Generate;

public class GenerateLoadTests
{
    [Fact]
    public async Task The_load_reads_back_as_if_the_newspaper_had_written_it()
    {
        await using var site = await Site.OpenAsync();
        await LoadAsync(site, 120, 30, seed: 7);
        var article = await site.DoAsync(db => db.Articles.OrderBy(a => a.Id).Include(a => a.Themes).Include(a => a.Bylines).LastAsync());
        article.PublishedAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        article.Themes.ShouldNotBeEmpty();
        article.Bylines.ShouldNotBeEmpty();
        article.Words.ShouldBeInRange(300, 900);
        var reader = await site.DoAsync(db => db.Accounts.SingleAsync(a => a.NormalizedEmail == "LECTEUR-3@EXAMPLE.ORG"));
        var rights = await site.DoAsync(db => db.RightsOfAsync(reader.Id, false, TestContext.Current.CancellationToken));
        rights.Grants.ShouldHaveSingleItem();
        (await site.DoAsync(db => db.Follows.CountAsync(f => f.AccountId == reader.Id))).ShouldBeInRange(3, 12);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_articles_and_another_makes_others()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.DoAsync(db => db.Articles.CountAsync());
        await LoadAsync(site, 10, 0, seed: 7);
        await LoadAsync(site, 10, 0, seed: 7);
        await LoadAsync(site, 10, 0, seed: 8);
        var bodies = (await site.DoAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Body).ToListAsync())).Skip(before).Chunk(10).ToList();
        bodies[1].ShouldBe(bodies[0]);
        bodies[2].ShouldNotBe(bodies[0]);
    }

    [Fact]
    public async Task Readers_are_numbered_on()
    {
        await using var site = await Site.OpenAsync();
        await LoadAsync(site, 0, 5, seed: 7);
        await LoadAsync(site, 0, 5, seed: 7);
        (await site.DoAsync(db => db.DigestRhythms.CountAsync(r => r.Account.Email == "lecteur-5@example.org" || r.Account.Email == "lecteur-10@example.org"))).ShouldBe(2);
    }

    private static Task<long> LoadAsync(Site site, int articles, int readers, long seed) => site.WithAsync<GenerateLoad, long>(
        load => load.RunAsync(articles, readers, seed, new Progress<(int, int)>(), TestContext.Current.CancellationToken));
}
