using CsCheck;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Web;

public class TypedOrderTests
{
    [Fact]
    public void One_line_that_gets_a_number_goes_to_that_place_and_the_others_keep_their_turn() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 11], Gen.Int[1, 12]).Where((count, line, to) => line < count && to <= count).Sample((count, line, to) =>
        {
            var lines = Enumerable.Range(0, count).ToList();
            var ordered = lines.InTypedOrder(x => x == line ? to : x + 1);
            ordered[to - 1].ShouldBe(line);
            ordered.Where(x => x != line).ShouldBe(lines.Where(x => x != line));
        });

    [Fact]
    public void No_line_is_lost_whatever_is_typed() => Gen.Int[-5, 500].Array[0, 20].Sample(typed =>
        typed.Index().InTypedOrder(x => x.Item == 0 ? null : x.Item).Select(x => x.Index).Order().ShouldBe(Enumerable.Range(0, typed.Length)));

    [Fact]
    public void At_the_end_of_a_list_there_is_no_further_place()
    {
        List<int> lines = [1, 2, 3];
        lines.Move(0, -1);
        lines.Move(2, 1);
        lines.Move(7, 1);
        lines.ShouldBe([1, 2, 3]);
        lines.Move(0, 1);
        lines.ShouldBe([2, 1, 3]);
    }
}
