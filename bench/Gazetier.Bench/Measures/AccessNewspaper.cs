using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>
/// A newspaper with so many subscribers, and the communes of France as organisations whose people sit, none of whom is due for anything:
/// one row of each table is written by the newspaper's own code, the database copies it. SQLite.
/// </summary>
internal static class AccessNewspaper
{
    /// <summary>Seats of each organisation.</summary>
    public const int Sitting = 3;

    private const string Number = "'01900000-0000-7000-{0}-' || printf('%012X', n)";

    public static async Task<Newspaper> OfAsync(Setting setting, int subscriptions, CancellationToken cancel)
    {
        var folder = Path.Combine(setting.Folder, $"access-{subscriptions}");
        var paper = Newspaper.In(folder);
        if (!File.Exists(Path.Combine(folder, ".made")))
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            // As many organisations as there are communes, and as few as that of the small one.
            await paper.AskAsync(db => FillAsync(db, subscriptions, Math.Min(34_969, subscriptions / 10), cancel));
            await File.WriteAllTextAsync(Path.Combine(folder, ".made"), "", cancel);
        }

        return paper;
    }

    public static Guid Account(long number) => IdOf("8000", number);

    public static Guid Organisation(long number) => IdOf("8001", number);

    private static Guid IdOf(string kind, long number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01900000-0000-7000-{kind}-{number:x12}"));

    private static async Task<bool> FillAsync(GazetierDb db, int subscriptions, int organisations, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = new Account { Id = Account(0), Email = "a0@example.org", UserName = "a0", NormalizedEmail = "A0", NormalizedUserName = "A0", DisplayName = "Une personne", SecurityStamp = "x", CreatedAt = now };
        var offer = new Offer { Slug = "individuel", Name = "Individuel", Audience = "", PriceCents = 19_900, TermMonths = 12 };
        var organisation = new Organisation { Id = Organisation(0), Name = "Commune", FoldedName = "commune", CreatedAt = now };
        var contract = new Subscription { AccountId = account.Id, OfferId = offer.Id, Origin = "Formule Individuelle", From = now.AddYears(-1), Until = now.AddYears(2) };
        var purchase = new Purchase { AccountId = account.Id, OfferId = offer.Id, State = PurchaseState.Ordered, Number = "0", SubscriptionId = contract.Id, OrderedAt = now, BegunAt = now };
        var notice = new RenewalNotice { SubscriptionId = contract.Id, TermEndsAt = now, WrittenAt = now, AcceptedAt = now, To = "", Subject = "", Text = "" };
        db.AddRange(account, offer, organisation, contract, purchase, notice, new Seat { SubscriptionId = contract.Id, AccountId = account.Id, Number = 1, TakenAt = now });
        await db.SaveChangesAsync(cancel);

        // Ends lie between three months ago and a year from now; what ended does not go on, and who is to be told was.
        const string Ends = "strftime('%Y-%m-%d %H:%M:%S', 'now', (((n * 7919) % 630720) - 126144) || ' minutes')";
        const string Begins = "strftime('%Y-%m-%d %H:%M:%S', 'now', (((n * 7919) % 630720) - 126144 - 525600) || ' minutes')";
        await CopyRows.RunAsync<Account>(db, 1, subscriptions, new() { ["Id"] = Of("8000"), ["Email"] = "'lecteur' || n || '@example.org'", ["NormalizedEmail"] = "'LECTEUR' || n || '@EXAMPLE.ORG'", ["UserName"] = "'lecteur' || n", ["NormalizedUserName"] = "'LECTEUR' || n", ["DisplayName"] = "'Personne ' || n" }, cancel);
        await CopyRows.RunAsync<Subscription>(db, 1, subscriptions, new() { ["Id"] = Of("8002"), ["Reference"] = "'A' || n", ["AccountId"] = Of("8000"), ["From"] = Begins, ["Until"] = Ends, ["Renews"] = "n % 2 AND ((n * 7919) % 630720) > 126144" }, cancel);
        await CopyRows.RunAsync<Organisation>(db, 1, organisations, new() { ["Id"] = Of("8001"), ["Name"] = "'Commune ' || n", ["FoldedName"] = "'commune ' || n" }, cancel);
        await CopyRows.RunAsync<Subscription>(db, 1, organisations, new() { ["Id"] = Of("8003"), ["Reference"] = "'O' || n", ["AccountId"] = "NULL", ["OrganisationId"] = Of("8001"), ["From"] = Begins, ["Until"] = Ends }, cancel);
        for (var seat = 1; seat <= Sitting; seat++)
        {
            var of = string.Create(CultureInfo.InvariantCulture, $"'01900000-0000-7000-8000-' || printf('%012X', n * 3 + {seat - 1})");
            await CopyRows.RunAsync<Seat>(db, 1, organisations, new() { ["Id"] = Of($"900{seat}"), ["SubscriptionId"] = Of("8003"), ["AccountId"] = of, ["Number"] = $"{seat}" }, cancel);
        }

        await CopyRows.RunAsync<Purchase>(db, 1, subscriptions / 4, new() { ["Id"] = Of("8004"), ["Number"] = "'' || n", ["AccountId"] = Of("8000"), ["SubscriptionId"] = Of("8002") }, cancel);
        await CopyRows.RunAsync<RenewalNotice>(db, 1, subscriptions, new() { ["Id"] = Of("8005"), ["SubscriptionId"] = Of("8002"), ["TermEndsAt"] = Ends }, cancel, $"n % 2 AND ((n * 7919) % 630720) BETWEEN 126144 + 30240 AND 126144 + 120960");
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
        return true;
    }

    private static string Of(string kind) => string.Format(CultureInfo.InvariantCulture, Number, kind);
}
