using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

/// <summary>Who gets a newsletter, asked of the database, is who holds the rights, asked one by one.</summary>
public class AudienceTests
{
    private const int Club = 7;

    [Fact]
    public async Task The_audience_is_decided_by_the_rights_of_each_whatever_rights_were_dealt()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        var readers = await site.FillAsync(newsletter, 60);
        await DealAsync(site, readers, seed: 20261127);

        foreach (var audience in Enum.GetValues<Audience>())
        {
            newsletter.Audience = audience;
            newsletter.ProductNumber = audience == Audience.Holders ? Club : null;
            var (found, expected) = await site.DoAsync(async db => (await FoundAsync(db, newsletter, site.Now), await ExpectedAsync(db, newsletter, readers, site.Now)));
            found.ShouldBe(expected, ignoreOrder: true, audience.ToString());
            found.Count.ShouldBeGreaterThan(2, audience.ToString());
        }
    }

    [Fact]
    public async Task Who_left_whose_address_is_suppressed_or_who_never_signed_up_counts_never()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Camille, Newsroom.Noe, Newsroom.Lou);
        (await CountAsync(site, newsletter)).ShouldBe(3);
        await site.DoAsync(async db =>
        {
            db.Suppressions.Add(new Suppression { Email = "noe@example.org", Reason = SuppressionReason.Unknown, At = site.Now });
            await db.SaveChangesAsync();
            await db.NewsletterSignups.Where(s => s.AccountId == Newsroom.Lou).ExecuteUpdateAsync(s => s.SetProperty(x => x.LeftAt, site.Now));
        });
        (await CountAsync(site, newsletter)).ShouldBe(1);
        await site.DoAsync(db => db.Suppressions.ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, site.Now)));
        (await CountAsync(site, newsletter)).ShouldBe(2);
    }

    [Fact]
    public async Task Staff_who_signed_up_get_all()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Ines, Newsroom.Camille, Newsroom.Noe);
        foreach (var (audience, count) in new[] { (Audience.Everybody, 3), (Audience.Subscribers, 2), (Audience.FreeReaders, 2), (Audience.Members, 1), (Audience.Holders, 1) })
        {
            newsletter.Audience = audience;
            newsletter.ProductNumber = Club;
            (await CountAsync(site, newsletter)).ShouldBe(count, audience.ToString());
        }
    }

    private static Task<int> CountAsync(Site site, Newsletter newsletter) => site.DoAsync(db => db.CountAudienceAsync(newsletter, site.Now, CancellationToken.None));

    private static async Task<List<Guid>> FoundAsync(GazetierDb db, Newsletter newsletter, DateTime now) =>
        await (await db.AudienceOfAsync(newsletter, now, CancellationToken.None)).Select(s => s.AccountId).ToListAsync();

    private static async Task<List<Guid>> ExpectedAsync(GazetierDb db, Newsletter newsletter, IReadOnlyList<Guid> readers, DateTime now)
    {
        var rights = await db.RightsOfAsync(readers.ToDictionary(id => id, _ => false), CancellationToken.None);
        return [.. readers.Where(id => newsletter.Audience switch
        {
            Audience.Everybody => true,
            Audience.Subscribers => rights[id].ClassAt(now) == AccessClass.Subscriber,
            Audience.FreeReaders => rights[id].ClassAt(now) != AccessClass.Subscriber,
            Audience.Members => rights[id].Grants.Any(g => g.Source == GrantSource.Seat && g.IsActive(now) && !g.Products.IsEmpty),
            _ => rights[id].HoldsAt(now).Overlaps(ProductSet.Of(Club)),
        })];
    }

    /// <summary>Own terms and seats: active, ended, not begun, suspended, of this product, another or both.</summary>
    private static Task DealAsync(Site site, IReadOnlyList<Guid> readers, int seed) => site.DoAsync(async db =>
    {
        var dice = new Random(seed);
        ProductSet[] sets = [ProductSet.Paper, ProductSet.Of(Club), ProductSet.Paper | ProductSet.Of(Club), ProductSet.Of(40), default];
        var organisation = new Organisation { Name = "Ville de Valmorel", CreatedAt = site.Now };
        db.Add(organisation);
        var contracts = Enumerable.Range(0, 8).Select(_ => Term(null)).ToList();
        db.AddRange(contracts);
        var seats = 0;
        foreach (var reader in readers)
        {
            db.AddRange(Enumerable.Range(0, dice.Next(3)).Select(_ => Term(reader)));
            if (dice.Next(3) == 0)
            {
                db.Add(new Seat { SubscriptionId = contracts[dice.Next(contracts.Count)].Id, AccountId = reader, Number = ++seats, TakenAt = site.Now });
            }
        }

        await db.SaveChangesAsync();

        Subscription Term(Guid? reader) => new()
        {
            AccountId = reader,
            OrganisationId = reader is null ? organisation.Id : null,
            From = site.Now.AddDays(dice.Next(-20, 5)),
            Until = dice.Next(4) == 0 ? site.Now : site.Now.AddDays(dice.Next(-3, 20)),
            SuspendedAt = dice.Next(5) == 0 ? site.Now.AddDays(-1) : null,
            Products = sets[dice.Next(sets.Length)],
            Origin = "Donné au hasard",
        };
    });
}
