using CsCheck;
using Gazetier.Features.Departures;
using Gazetier.Features.Subscriptions;
using Shouldly;

namespace Gazetier.Tests.Features.Departures;

/// <summary>What a declaration does to a contract (L-03, L-10, L-20).</summary>
public class EndingTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void What_is_paid_runs_to_its_term()
    {
        var contract = Contract(SubscriptionKind.Paid);
        Ending.Of(Declared(DepartureKind.Cancellation, new DateOnly(2026, 12, 1)), contract, Now, Paris).ShouldBe(new Ending(contract.Until, null, false));
    }

    [Fact]
    public void Where_the_holder_was_not_told_it_ends_when_they_like_and_the_rest_is_paid_back()
    {
        var contract = Contract(SubscriptionKind.Paid);
        contract.RenewedUntoldAt = Now.AddDays(-10);
        var ending = Ending.Of(Declared(DepartureKind.Cancellation, new DateOnly(2026, 12, 1)), contract, Now, Paris);
        ending.ShouldBe(new Ending(new DateTime(2026, 12, 1, 23, 0, 0, DateTimeKind.Utc), Now.AddDays(30), true));
        Ending.Of(Declared(DepartureKind.Cancellation), contract, Now, Paris).EndsAt.ShouldBe(Now);
    }

    [Fact]
    public void What_cost_nothing_ends_at_once() =>
        Ending.Of(Declared(DepartureKind.Cancellation), Contract(SubscriptionKind.Trial), Now, Paris).ShouldBe(new Ending(Now, null, false));

    [Fact]
    public void Who_withdraws_in_time_is_paid_back_and_who_is_late_is_looked_at()
    {
        var contract = Contract(SubscriptionKind.Paid);
        contract.ConcludedAt = Now.AddDays(-13);
        Ending.Of(Declared(DepartureKind.Withdrawal), contract, Now, Paris).ShouldBe(new Ending(Now, Now.AddDays(14), true));
        contract.ConcludedAt = Now.AddDays(-20);
        Ending.Of(Declared(DepartureKind.Withdrawal), contract, Now, Paris).ShouldBe(new Ending(contract.Until, null, true));
    }

    [Fact]
    public void An_organisation_does_not_withdraw()
    {
        var contract = Contract(SubscriptionKind.Paid);
        (contract.AccountId, contract.OrganisationId, contract.ConcludedAt) = (null, Guid.CreateVersion7(), Now);
        Ending.MayWithdraw(contract, Now, Paris).ShouldBeFalse();
    }

    [Fact]
    public void No_declaration_makes_a_contract_longer_or_ends_it_in_the_past() =>
        Gen.Select(Gen.Enum<DepartureKind>(), Gen.Enum<SubscriptionKind>(), Gen.Int[-400, 800], Gen.Int[1, 800], Gen.Bool, Gen.Int[-100, 100]).Sample((kind, paid, wished, left, untold, concluded) =>
        {
            var contract = Contract(paid);
            contract.Until = Now.AddDays(left);
            contract.RenewedUntoldAt = untold ? Now.AddDays(-1) : null;
            contract.ConcludedAt = Now.AddDays(concluded);
            var ending = Ending.Of(Declared(kind, DateOnly.FromDateTime(Now).AddDays(wished)), contract, Now, Paris);
            ending.EndsAt.ShouldBeLessThanOrEqualTo(contract.Until);
            ending.EndsAt.ShouldBeGreaterThanOrEqualTo(Now);
            (ending.RefundDueAt is null || paid == SubscriptionKind.Paid).ShouldBeTrue();
        });

    [Fact]
    public void What_goes_back_is_the_share_of_the_days_that_are_not_given_and_never_more_than_was_paid() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 400], Gen.Int[-10, 410]).Sample((kept, days, given) =>
        {
            var ending = new Ending(Now.AddDays(given), null, true);
            var back = ending.RefundOf(kept, Now, Now.AddDays(days));
            back.ShouldBeInRange(0, kept);
            back.ShouldBe(given <= 0 ? kept : given >= days ? 0 : (int)Math.Ceiling(kept * (decimal)(days - given) / days));
        });

    private static Departure Declared(DepartureKind kind, DateOnly? wished = null) => new() { Kind = kind, Name = "Camille", Email = "camille@example.org", WishedOn = wished };

    private static Subscription Contract(SubscriptionKind kind) =>
        new() { AccountId = Newsroom.Camille, Kind = kind, From = Now.AddMonths(-3), Until = Now.AddMonths(9), Origin = "Formule Individuelle" };
}
