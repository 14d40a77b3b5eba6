using Gazetier.Features.Access;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class ClaimSeatTests
{
    [Fact]
    public async Task A_03_of_many_who_claim_at_once_as_many_sit_as_there_are_seats()
    {
        await using var site = await Site.OpenAsync();
        var contract = await site.AddContractAsync(await site.AddOrganisationAsync(), seats: 5);
        var readers = await site.AddReadersAsync(16);

        var outcomes = await Task.WhenAll(readers.Select(reader => Task.Run(() => site.ClaimAsync(contract, reader))));

        outcomes.Count(outcome => outcome == SeatOutcome.Taken).ShouldBe(5);
        outcomes.Count(outcome => outcome == SeatOutcome.Full).ShouldBe(11);
        (await site.SeatsAsync(contract)).Select(seat => seat.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_03_who_claims_twice_at_once_sits_once()
    {
        await using var site = await Site.OpenAsync();
        var contract = await site.AddContractAsync(await site.AddOrganisationAsync(), seats: null);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.ClaimAsync(contract, Newsroom.Lou))));

        outcomes.Count(outcome => outcome == SeatOutcome.Taken).ShouldBe(1);
        outcomes.Count(outcome => outcome == SeatOutcome.Had).ShouldBe(5);
    }

    [Fact]
    public async Task A_seat_that_is_given_back_goes_to_the_next_who_comes()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, seats: 2);
        await site.ClaimAsync(contract, Newsroom.Lou);
        await site.ClaimAsync(contract, Newsroom.Noe);
        (await site.ClaimAsync(contract, Newsroom.Camille)).ShouldBe(SeatOutcome.Full);
        var first = (await site.SeatsAsync(contract))[0];
        (await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, first.Id, isOwn: false, default))).ShouldBeTrue();
        (await site.ClaimAsync(contract, Newsroom.Camille)).ShouldBe(SeatOutcome.Taken);
        (await site.SeatsAsync(contract)).Select(seat => (seat.Number, seat.AccountId)).ShouldBe([(1, Newsroom.Camille), (2, Newsroom.Noe)]);
        // Another organisation's steward takes nothing.
        (await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(Guid.CreateVersion7(), first.Id, isOwn: false, default))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_contract_that_ended_or_is_suspended_says_so_and_one_that_was_cancelled_runs_to_its_end()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var ended = await site.AddContractAsync(organisation, change: c => c.Until = site.Now);
        var unpaid = await site.AddContractAsync(organisation, change: c => (c.SuspendedAt, c.Suspension) = (site.Now, Suspension.Unpaid));
        var cancelled = await site.AddContractAsync(organisation, change: c => c.CancelledAt = site.Now.AddDays(-1));
        (await site.ClaimAsync(ended, Newsroom.Lou)).ShouldBe(SeatOutcome.Ended);
        (await site.ClaimAsync(unpaid, Newsroom.Lou)).ShouldBe(SeatOutcome.Suspended);
        (await site.ClaimAsync(cancelled, Newsroom.Lou)).ShouldBe(SeatOutcome.Taken);
        (await site.ClaimAsync(new Subscription { Origin = "" }, Newsroom.Lou)).ShouldBe(SeatOutcome.Unknown);
        var camilles = await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.AccountId == Newsroom.Camille));
        (await site.ClaimAsync(camilles, Newsroom.Lou)).ShouldBe(SeatOutcome.Unknown);
    }

    [Fact]
    public async Task A_06_a_seat_opens_and_closes_the_newspaper_at_once()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var article = $"/{Newsroom.Locked}";
        article = (await lou.GetAsync(article)).Location ?? article;
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);
        await site.ClaimAsync(contract, Newsroom.Lou);
        (await lou.GetAsync(article)).Body.ShouldContain(Newsroom.Secret);
        (await site.WithAsync<Explain, string>(explain => explain.RunAsync("lou@example.org", Newsroom.Locked, default))).ShouldContain("place 1 sur 3");
        var seat = (await site.SeatsAsync(contract)).ShouldHaveSingleItem();
        await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, seat.Id, isOwn: false, default));
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task Who_was_withdrawn_comes_back_by_invitation_only()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        await site.ClaimAsync(contract, Newsroom.Lou);
        var seat = (await site.SeatsAsync(contract))[0];
        await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, seat.Id, isOwn: false, default));
        (await site.ClaimAsync(contract, Newsroom.Lou, SeatOrigin.Link)).ShouldBe(SeatOutcome.Withdrawn);
        (await site.ClaimAsync(contract, Newsroom.Lou, SeatOrigin.Domain)).ShouldBe(SeatOutcome.Withdrawn);
        (await site.ClaimAsync(contract, Newsroom.Lou, SeatOrigin.Invitation)).ShouldBe(SeatOutcome.Taken);
        (await site.DoAsync(db => db.Withdrawals.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Fewer_seats_than_are_taken_are_refused_and_numbers_move_down()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, seats: 4);
        foreach (var reader in new[] { Newsroom.Lou, Newsroom.Noe, Newsroom.Camille, Newsroom.Basile })
        {
            await site.ClaimAsync(contract, reader);
        }

        var first = (await site.SeatsAsync(contract))[0];
        await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, first.Id, isOwn: false, default));
        (await ChangeAsync(2)).ShouldBe((ContractRefusal.MoreTaken, 3));
        (await ChangeAsync(3)).ShouldBe((null, 3));
        (await site.SeatsAsync(contract)).Select(seat => seat.Number).ShouldBe([1, 2, 3]);
        // The form that was opened before knows an older version.
        (await ChangeAsync(9, version: 0)).Refusal.ShouldBe(ContractRefusal.Changed);

        async Task<(ContractRefusal? Refusal, int Taken)> ChangeAsync(int seats, int? version = null)
        {
            var now = await site.DoAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == contract.Id));
            return await site.WithAsync<ChangeContract, (ContractRefusal?, int)>(change => change.ChangeAsync(
                organisation.Id, contract.Id, version ?? now.Version, new ContractTerms(now.Origin, ProductSet.Paper, now.From, now.Until, seats), site.Desk(), default));
        }
    }

    [Fact]
    public async Task Stewards_are_told_once_each_time_that_seats_run_out()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        var contract = await site.AddContractAsync(organisation, seats: 1);
        await site.ClaimAsync(contract, Newsroom.Lou);
        await site.ClaimAsync(contract, Newsroom.Camille);
        (await MailsAsync()).ShouldBe(1);
        var seat = (await site.SeatsAsync(contract))[0];
        await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, seat.Id, isOwn: false, default));
        (await MailsAsync()).ShouldBe(1);
        await site.ClaimAsync(contract, Newsroom.Camille);
        (await MailsAsync()).ShouldBe(2);

        async Task<int> MailsAsync()
        {
            await site.PostOutboxAsync();
            return site.Mails.Count(mail => mail.To == "noe@example.org" && mail.Subject.StartsWith("Plus de place libre", StringComparison.Ordinal));
        }
    }
}
