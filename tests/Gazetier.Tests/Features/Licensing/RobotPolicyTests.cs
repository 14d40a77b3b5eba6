using CsCheck;
using Gazetier.Features.Licensing;
using Gazetier.Features.Sections;
using Shouldly;

namespace Gazetier.Tests.Features.Licensing;

public class RobotPolicyTests
{
    private static readonly Section Top = new() { Slug = "haut", Name = "Haut" };
    private static readonly Section Middle = new() { Slug = "milieu", Name = "Milieu", ParentId = Top.Id };
    private static readonly Section Deep = new() { Slug = "fond", Name = "Fond", ParentId = Middle.Id };
    private static readonly Section Beside = new() { Slug = "a-cote", Name = "À côté" };
    private static readonly Section[] Tree = [Top, Middle, Deep, Beside];

    [Fact]
    public void An_exception_holds_below_until_one_says_otherwise()
    {
        var policy = new RobotPolicy(
            RobotLine.Usual,
            [Of(Top, RobotClass.Training, RobotChoice.Licensed), Of(Deep, RobotClass.Training, RobotChoice.Allowed), Of(Middle, RobotClass.Search, RobotChoice.Preview)],
            Tree);
        policy.Of(Top.Id).ShouldBe(RobotLine.Usual with { Training = RobotChoice.Licensed });
        policy.Of(Middle.Id).ShouldBe(RobotLine.Usual with { Training = RobotChoice.Licensed, Search = RobotChoice.Preview });
        policy.Of(Deep.Id).ShouldBe(RobotLine.Usual with { Training = RobotChoice.Allowed, Search = RobotChoice.Preview });
        policy.Of(Beside.Id).ShouldBe(RobotLine.Usual);
        policy.Of(Guid.CreateVersion7()).ShouldBe(RobotLine.Usual);
        policy.OfSlug("fond").ShouldBe(policy.Of(Deep.Id));
        policy.Apart.ShouldBe([Top, Middle, Deep]);
    }

    [Fact]
    public void An_exception_that_says_what_holds_already_sets_nothing_apart()
    {
        var policy = new RobotPolicy(default, [Of(Top, RobotClass.Archive, RobotChoice.Allowed)], Tree);
        policy.Apart.ShouldBeEmpty();
        policy.IsReserved.ShouldBeFalse();
    }

    [Fact]
    public void Whatever_is_set_the_nearest_exception_holds_for_its_class_alone()
    {
        var one = Gen.Select(Gen.Int[0, Tree.Length - 1].Select(at => Tree[at]), Gen.Enum<RobotClass>(), Gen.Enum<RobotChoice>(), Of);
        Gen.Select(one.List[0, 12], Gen.Enum<RobotChoice>()).Sample((those, paper) =>
        {
            var exceptions = those.DistinctBy(e => (e.SectionId, e.Class)).ToList();
            var line = Enum.GetValues<RobotClass>().Aggregate(default(RobotLine), (held, kind) => held.With(kind, paper));
            var policy = new RobotPolicy(line, exceptions, Tree);
            return Tree.All(section => Enum.GetValues<RobotClass>().All(kind =>
                policy.Of(section.Id).For(kind) == (Tree.PathTo(section.Id).Reverse().Select(above => exceptions.Find(e => e.SectionId == above.Id && e.Class == kind)).FirstOrDefault(e => e is not null)?.Choice ?? paper)));
        });
    }

    private static RobotException Of(Section section, RobotClass kind, RobotChoice choice) => new() { SectionId = section.Id, Class = kind, Choice = choice };
}
