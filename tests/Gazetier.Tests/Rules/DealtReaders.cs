using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Gifts;
using Gazetier.Features.Meter;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>
/// Readers to whom rights that miss were dealt at random, a few to each, of every kind that there is; and articles that were open for a
/// time, or will be free one day. None of them reads anything that is withheld but the one article that some were given.
/// </summary>
internal sealed class DealtReaders : IDisposable
{
    private const int Count = 8;

    /// <summary>Beside the one range of an organisation whose contract runs, a step from each end.</summary>
    private static readonly string[] BesideTheRange = ["185.24.183.255", "185.24.185.0", "::ffff:185.24.185.0", "2a01:cb07:ffff:ffff:ffff:ffff:ffff:ffff", "2a01:cb09::", "::", "80.10.0.1"];

    private readonly Random _dice;
    private readonly List<(Account Account, Browser Browser, HashSet<ulong> Given)> _all = [];

    private DealtReaders(int seed) => _dice = new Random(seed);

    public IEnumerable<Guid> Accounts => _all.Select(reader => reader.Account.Id);

    /// <summary>Articles that were open until a while ago, or will be free later: locked now.</summary>
    public static Task LockForATimeAsync(Site site) => site.DoAsync(async db =>
    {
        var dice = new Random(20261126);
        foreach (var article in await db.Articles.Where(a => a.Access == Requirement.Subscription).OrderBy(a => a.Id).ToListAsync())
        {
            article.OpenUntil = dice.Next(2) == 0 ? null : site.Now.AddMinutes(-dice.Next(1, 100_000));
            article.FreeAt = dice.Next(2) == 0 ? null : site.Now.AddDays(dice.Next(3, 900));
        }

        await db.SaveChangesAsync();
    });

    public static async Task<DealtReaders> DealAsync(Site site, Guid giver, int seed)
    {
        var dealt = new DealtReaders(seed);
        var (town, contract) = await OpenTownAsync(site);
        var locked = await site.DoAsync(db => db.Articles.Published(site.Now).Where(a => a.Access == Requirement.Subscription).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
        for (var i = 0; i < Count; i++)
        {
            await dealt.DealOneAsync(site, giver, town, contract, locked, i);
        }

        // Gifts that were opened a moment ago have expired.
        site.Clock.Advance(Readers.Remembered * 2);
        await site.FollowChangesAsync();
        return dealt;
    }

    /// <summary>Each address as one of them, from beside the range: what it tells that is withheld from that reader.</summary>
    public async Task<List<string>> LeaksAsync(IEnumerable<string> addresses, HashSet<ulong> secrets)
    {
        var leaks = new List<string>();
        var withheld = _all.ConvertAll(reader => reader.Given.Count == 0 ? secrets : [.. secrets.Except(reader.Given)]);
        foreach (var path in addresses)
        {
            var at = _dice.Next(_all.Count);
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Test-Address", BesideTheRange[_dice.Next(BesideTheRange.Length)]);
            request.Headers.Add("Accept", "text/html");
            var answer = await _all[at].Browser.SendAsync(request);
            var text = string.Join('\n', answer.Headers.Select(h => $"{h.Key}: {h.Value}").Append(answer.Body));
            if (WordRuns.FirstOf(withheld[at], text) is { } words)
            {
                leaks.Add($"{path} tells {_all[at].Account.DisplayName}: “{words}”");
            }
        }

        return leaks;
    }

    /// <summary>The other way round: who asks from within the range reads, and who was given an article reads that one.</summary>
    public async Task RightOnesReadAsync(Site site, HashSet<ulong> secrets)
    {
        var path = await site.DoAsync(db => db.Articles.Published(site.Now).Where(a => a.Access == Requirement.Subscription && a.Words > 300).OrderBy(a => a.Id).Select(a => ArticleAddress.Of(a.Id, a.Slug)).FirstAsync());
        foreach (var inside in new[] { "185.24.184.0", "185.24.184.255", "2a01:cb08::", "2a01:cb08:ffff:ffff:ffff:ffff:ffff:ffff" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Test-Address", inside);
            WordRuns.FirstOf(secrets, (await _all[0].Browser.SendAsync(request)).Body).ShouldNotBeNull(inside);
        }

        _all.ShouldContain(reader => reader.Given.Count > 0);
        _all.ShouldContain(reader => reader.Given.Count == 0);
    }

    public void Dispose() => _all.ForEach(reader => reader.Browser.Dispose());

    private static async Task<(Organisation, Subscription)> OpenTownAsync(Site site)
    {
        var town = new Organisation { Name = "Ville d’Orval", CreatedAt = site.Now };
        var contract = new Subscription { OrganisationId = town.Id, From = site.Now.AddDays(-9), Until = site.Now.AddYears(1), Origin = "Bon de commande" };
        await site.DoAsync(async db =>
        {
            db.AddRange(town, contract);
            await db.SaveChangesAsync();
        });
        var desk = new SignedIn(Guid.CreateVersion7(), Guid.Empty, "Le service", StaffRole.SubscriptionDesk, Gazetier.Web.Language.French, Proof.Passkey, site.Now, true);
        foreach (var range in new[] { "185.24.184.0/24", "2a01:cb08::/32" })
        {
            (await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(town.Id, range, false, desk, default))).ShouldBe((null, ""));
        }

        return (town, contract);
    }

    private async Task DealOneAsync(Site site, Guid giver, Organisation town, Subscription contract, List<long> locked, int number)
    {
        var email = $"tire{number}@example.org";
        var account = new Account
        {
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = "x",
            CreatedAt = site.Now,
        };
        // Each kind by half of the readers: what one holds is told where something leaks.
        var kinds = Kinds.Where(_ => _dice.Next(2) == 0).ToList();
        account.DisplayName = $"tiré {number} ({string.Join(", ", kinds.Select(kind => kind.Name))})";
        account.DisplayName = account.DisplayName.Length > 100 ? account.DisplayName[..100] : account.DisplayName;
        await site.DoAsync(async db =>
        {
            db.Add(account);
            foreach (var (_, deal) in kinds)
            {
                db.AddRange(deal(account.Id, site.Now, _dice));
            }

            await db.SaveChangesAsync();
        });
        if (_dice.Next(2) == 0)
        {
            // Sat, read, and lost it.
            await site.WithAsync<ClaimSeat, SeatOutcome>(claim => claim.RunAsync(contract.Id, account.Id, SeatOrigin.Invitation, default));
            var seat = await site.DoAsync(db => db.Seats.Where(s => s.AccountId == account.Id && s.SubscriptionId == contract.Id).Select(s => s.Id).SingleAsync());
            await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(town.Id, seat, isOwn: _dice.Next(2) == 0, default));
        }

        var browser = await site.SignInAsync(account.Id);
        _all.Add((account, browser, await GiveAsync(site, browser, giver, locked, number)));
    }

    /// <summary>Gifts that are used up, that expire, and, to every other reader, one that is good: for the article whose words come back.</summary>
    private async Task<HashSet<ulong>> GiveAsync(Site site, Browser browser, Guid giver, List<long> locked, int number)
    {
        Gift Of(int kind, long article, TimeSpan lasts, int opened) => new()
        {
            ArticleId = article,
            GiverId = giver,
            Month = 202600 + kind,
            Number = (number * 3) + kind,
            CreatedAt = site.Now,
            ExpiresAt = site.Now + lasts,
            Openings = opened,
            MostOpenings = 1,
        };

        var (usedUp, expiring, good) = (Of(1, locked[_dice.Next(locked.Count)], TimeSpan.FromDays(9), 1), Of(2, locked[_dice.Next(locked.Count)], Readers.Remembered, 0), Of(3, locked[_dice.Next(locked.Count)], TimeSpan.FromDays(9), 0));
        await site.DoAsync(async db =>
        {
            db.AddRange(usedUp, expiring, good);
            await db.SaveChangesAsync();
        });
        await browser.PostAsync("/offert/" + usedUp.Token);
        (await browser.PostAsync("/offert/" + expiring.Token)).Location.ShouldNotBeNull();
        if (number % 2 == 1)
        {
            return [];
        }

        (await browser.PostAsync("/offert/" + good.Token)).Location.ShouldNotBeNull();
        return [.. WordRuns.Of(await site.DoAsync(db => db.Articles.Where(a => a.Id == good.ArticleId).Select(a => a.Body).SingleAsync()))];
    }

    private static readonly (string Name, Func<Guid, DateTime, Random, IEnumerable<object>> Deal)[] Kinds =
    [
        ("ended", (of, now, dice) => [Term(of, now.AddYears(-1), now.AddTicks(-dice.Next(2)))]),
        ("not begun", (of, now, dice) => [Term(of, now.AddMinutes(dice.Next(1_000, 90_000)), now.AddYears(1))]),
        ("paused", (of, now, _) => [Paused(Term(of, now.AddDays(-9), now.AddYears(1)), now)]),
        ("unpaid", (of, now, _) => [Term(of, now.AddDays(-9), now.AddYears(1), s => (s.SuspendedAt, s.Suspension) = (now.AddDays(-1), Suspension.Unpaid))]),
        ("cancelled", (of, now, _) => [Term(of, now.AddYears(-1), now.AddDays(-1), s => (s.CancelledAt, s.Renews) = (now.AddDays(-40), true))]),
        ("trial over", (of, now, dice) => [Term(of, now.AddDays(-9), now.AddSeconds(-dice.Next(2)), s => s.Kind = SubscriptionKind.Trial)]),
        ("of another product", (of, now, dice) => [Term(of, now.AddDays(-9), now.AddYears(1), s => s.Products = ProductSet.Of(dice.Next(40, 60)))]),
        ("meter used up", (of, now, dice) => [new FreeReading { AccountId = of, Month = (now.Year * 100) + now.Month, Number = 1, ArticleId = 900_000 + dice.Next(1_000) }]),
        ("seat in a contract that ended", (of, now, dice) => Sit(of, now, dice, c => c.Until = now)),
        ("seat in a contract that begins", (of, now, dice) => Sit(of, now, dice, c => c.From = now.AddDays(5))),
        ("seat in a contract that is not paid", (of, now, dice) => Sit(of, now, dice, c => (c.SuspendedAt, c.Suspension) = (now, Suspension.Unpaid))),
    ];

    private static IEnumerable<object> Sit(Guid account, DateTime now, Random dice, Action<Subscription> change)
    {
        var organisation = new Organisation { Name = $"Commune {dice.Next(10_000)}", CreatedAt = now };
        var contract = new Subscription { OrganisationId = organisation.Id, From = now.AddDays(-9), Until = now.AddYears(1), Origin = "Bon de commande" };
        change(contract);
        return [organisation, contract, new Seat { SubscriptionId = contract.Id, AccountId = account, Number = 1, TakenAt = now.AddDays(-9) }];
    }

    private static Subscription Paused(Subscription subscription, DateTime now)
    {
        subscription.Pause(now.AddDays(-1));
        return subscription;
    }

    private static Subscription Term(Guid account, DateTime from, DateTime until, Action<Subscription>? change = null)
    {
        var term = new Subscription { AccountId = account, From = from, Until = until, Origin = "Qui n’ouvre pas" };
        change?.Invoke(term);
        return term;
    }
}
