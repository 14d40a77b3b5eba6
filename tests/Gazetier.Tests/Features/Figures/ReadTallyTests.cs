using Gazetier.Features.Figures;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class ReadTallyTests
{
    [Fact]
    public async Task Nothing_is_lost_and_nothing_counted_twice_while_it_is_taken()
    {
        const int each = 50_000;
        var tally = new ReadTally();
        var sum = 0L;
        using var isDone = new CancellationTokenSource();
        var taking = Task.Run(() =>
        {
            while (!isDone.IsCancellationRequested)
            {
                sum += tally.Take().Sum(count => count.Value);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < each; i++)
            {
                tally.Add(new CountKey(i % 3, ReadStep.Read, ""));
            }
        })));
        await isDone.CancelAsync();
        await taking;

        (sum + tally.Take().Sum(count => count.Value)).ShouldBe(4 * each);
    }

    [Fact]
    public void Invented_numbers_fill_no_more_than_there_is_room_for_and_room_is_made_again()
    {
        var tally = new ReadTally();
        for (var n = 0; n < ReadTally.Most + 1000; n++)
        {
            tally.Add(new CountKey(n, ReadStep.Offers, ""));
        }

        tally.Take().Count.ShouldBe(ReadTally.Most);
        tally.Take().ShouldBeEmpty();
        tally.Add(new CountKey(-1, ReadStep.Offers, ""));
        tally.Take().ShouldHaveSingleItem().Key.ArticleId.ShouldBe(-1);
    }

    [Fact]
    public void Counting_what_was_counted_before_allocates_nothing()
    {
        var tally = new ReadTally();
        var key = new CountKey(3, ReadStep.Read, "Visitor");
        tally.Add(key);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++)
        {
            tally.Add(key);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
