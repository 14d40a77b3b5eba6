using CsCheck;
using Gazetier.Features.Accounts;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class SignInThrottleTests
{
    private readonly FakeTimeProvider _clock = new(Newsroom.Now);
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_clock);

    [Fact]
    public void One_network_gets_ten_attempts_on_an_address_in_a_quarter_of_an_hour()
    {
        var attempt = new Attempt("LOU@EXAMPLE.ORG", "203.0.113.0/24", null);
        Enumerable.Range(0, 12).Count(_ => _throttle.TryBegin(attempt)).ShouldBe(10);
        _throttle.TryBegin(attempt with { Network = "198.51.100.0/24" }).ShouldBeTrue();
        _throttle.TryBegin(attempt with { Address = "NOE@EXAMPLE.ORG" }).ShouldBeTrue();
        _clock.Advance(SignInThrottle.Window);
        _throttle.TryBegin(attempt).ShouldBeTrue();
    }

    [Fact]
    public void An_attack_from_everywhere_locks_out_neither_a_known_network_nor_a_known_browser_nor_a_new_network()
    {
        var home = new Attempt("LOU@EXAMPLE.ORG", "192.0.2.0/24", null);
        _throttle.TryBegin(home).ShouldBeTrue();
        _throttle.Succeeded(home);
        for (var network = 0; network < 500; network++)
        {
            _throttle.TryBegin(home with { Network = $"10.{network / 250}.{network % 250}.0/24" });
        }

        Enumerable.Range(0, 12).Count(_ => _throttle.TryBegin(home)).ShouldBe(10);
        _throttle.TryBegin(home with { Device = "its session" }).ShouldBeTrue();
        Enumerable.Range(0, 5).Count(_ => _throttle.TryBegin(home with { Network = "198.51.100.0/24" })).ShouldBe(3);
    }

    [Fact]
    public void A_network_that_tries_many_addresses_is_stopped_and_its_own_success_does_not_help_it()
    {
        for (var n = 0; n < SignInThrottle.NetworkLimit; n++)
        {
            _throttle.TryBegin(new Attempt($"{n}@EXAMPLE.ORG", "203.0.113.0/24", null)).ShouldBeTrue();
            var own = new Attempt("MALLORY@EXAMPLE.ORG", "203.0.113.0/24", null);
            if (_throttle.TryBegin(own))
            {
                _throttle.Succeeded(own);
            }
        }

        _throttle.TryBegin(new Attempt("LOU@EXAMPLE.ORG", "203.0.113.0/24", null)).ShouldBeFalse();
        _throttle.TryBegin(new Attempt("LOU@EXAMPLE.ORG", "203.0.113.0/24", "its session")).ShouldBeTrue();
    }

    [Fact]
    public void A_counter_counts_like_a_list_of_times_and_stays_within_its_capacity() =>
        Gen.Int[0, 30].List[0, 200].Sample(keys =>
        {
            var counter = new AttemptCounter(TimeSpan.FromMinutes(1), 1000, _clock);
            var counted = keys.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
            keys.ForEach(key => counter.Add($"{key}"));
            counted.ShouldAllBe(pair => counter.Of($"{pair.Key}") == pair.Value);
        });

    [Fact]
    public void A_full_counter_forgets_the_oldest()
    {
        var counter = new AttemptCounter(TimeSpan.FromHours(1), 10, _clock);
        for (var key = 0; key < 1000; key++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            counter.Add($"{key}");
        }

        counter.Of("0").ShouldBe(0);
        counter.Of("999").ShouldBe(1);
        Enumerable.Range(0, 1000).Count(key => counter.Of($"{key}") > 0).ShouldBeInRange(4, 10);
    }
}
