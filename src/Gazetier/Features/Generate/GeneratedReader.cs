using System.Globalization;
using Gazetier.Features.Accounts;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Generate;

/// <summary>One reader with what hangs on it, from its number alone: no password, an edition that is due, one in three subscribed.</summary>
internal sealed record GeneratedReader(Account Account, DigestRhythm Rhythm, IReadOnlyList<Follow> Follows, IReadOnlyList<Subscription> Subscriptions)
{
    /// <summary>What the addresses of generated readers begin with.</summary>
    public const string Prefix = "lecteur-";

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}@example.org");

    public static GeneratedReader Make(long seed, int number, DateTime now, GeneratedNouns nouns)
    {
        // Another stream than the articles': reader 12 has nothing to do with article 12.
        var dice = new Dice(~seed, number);
        var account = AccountOf(ref dice, number, now);
        return new GeneratedReader(
            account,
            new DigestRhythm { AccountId = account.Id, ReadUntil = now.AddDays(-1), NextDueAt = now },
            FollowsOf(ref dice, account.Id, now, nouns),
            number % 3 == 0 ? [SubscriptionOf(ref dice, account.Id, now)] : []);
    }

    private static Account AccountOf(ref Dice dice, int number, DateTime now)
    {
        var address = Address(number);
        var id = dice.Id(now);
        return new Account
        {
            Id = id,
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = id.ToString("N"),
            ConcurrencyStamp = id.ToString(),
            DisplayName = $"{dice.Of(FrenchWords.FirstNames)} {dice.Of(FrenchWords.LastNames)}",
            CreatedAt = now.AddDays(-dice.Next(2000)),
        };
    }

    private static List<Follow> FollowsOf(ref Dice dice, Guid account, DateTime now, GeneratedNouns nouns)
    {
        var wanted = 3 + dice.Next(10);
        var followed = new HashSet<Guid>();
        while (followed.Count < wanted)
        {
            followed.Add(dice.FirstMostly(nouns.Themes).Id);
        }

        return [.. followed.Select(theme => new Follow { AccountId = account, Kind = FollowKind.Theme, SubjectId = theme, CreatedAt = now })];
    }

    private static Subscription SubscriptionOf(ref Dice dice, Guid account, DateTime now) => new()
    {
        Id = dice.Id(now),
        AccountId = account,
        From = now.AddDays(-30),
        Until = now.AddDays(335),
        Origin = "Formule Individuelle",
    };
}
