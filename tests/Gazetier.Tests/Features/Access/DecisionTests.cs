using CsCheck;
using Gazetier.Features.Access;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

public class DecisionTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;

    private static readonly Gen<Grant> AnyGrant =
        Gen.Select(Gen.Int[-400, 400], Gen.Int[0, 400], (from, days) => new Grant(GrantSource.Subscription, Now.AddDays(from), Now.AddDays(from + days), "Formule"));

    private static readonly Gen<Rights> AnyRights =
        Gen.Select(Gen.Bool, Gen.Bool, AnyGrant.Array[0, 4], (registered, staff, grants) => new Rights
        {
            IsRegistered = registered || staff || grants.Length > 0,
            IsStaff = staff,
            Grants = grants,
        });

    [Fact]
    public void More_rights_never_read_less() =>
        Gen.Select(Gen.Enum<Requirement>(), AnyRights, AnyGrant).Sample((asked, held, more) =>
        {
            var before = Decision.Of(asked, held, Now);
            var after = Decision.Of(asked, new Rights { IsRegistered = true, IsStaff = held.IsStaff, Grants = [.. held.Grants, more] }, Now);
            (!before.MayReadAll || after.MayReadAll).ShouldBeTrue();
        });

    [Fact]
    public void The_class_of_access_decides_as_the_reader_does() =>
        Gen.Select(Gen.Enum<Requirement>(), AnyRights).Sample((asked, held) =>
            Decision.Of(asked, held, Now).MayReadAll.ShouldBe(held.ClassAt(Now) switch
            {
                AccessClass.Visitor => asked == Requirement.None,
                AccessClass.Registered => asked is Requirement.None or Requirement.Registration,
                _ => true,
            }));

    [Fact]
    public void A_right_opens_from_its_first_instant_to_the_one_before_its_end()
    {
        var held = new Rights { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, Now, Now.AddDays(1), "Formule")] };
        Decision.Of(Requirement.Subscription, held, Now.AddTicks(-1)).MayReadAll.ShouldBeFalse();
        Decision.Of(Requirement.Subscription, held, Now).MayReadAll.ShouldBeTrue();
        Decision.Of(Requirement.Subscription, held, Now.AddDays(1).AddTicks(-1)).MayReadAll.ShouldBeTrue();
        Decision.Of(Requirement.Subscription, held, Now.AddDays(1)).Reason.ShouldBe(Reason.RightEnded);
    }

    [Fact]
    public void It_names_the_right_that_opened()
    {
        var held = new Rights { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, Now, Now.AddDays(1), "Formule Équipe")] };
        Decision.Of(Requirement.Subscription, held, Now).Through!.Value.Label.ShouldBe("Formule Équipe");
    }

    [Fact]
    public void It_allocates_nothing()
    {
        var held = new Rights { IsRegistered = true, Grants = [.. Enumerable.Range(1, 20).Select(n => new Grant(GrantSource.Subscription, Now.AddDays(-9), Now.AddDays(-n), "Formule"))] };
        Decision.Of(Requirement.Subscription, held, Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Decision.Of(Requirement.Subscription, held, Now);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
