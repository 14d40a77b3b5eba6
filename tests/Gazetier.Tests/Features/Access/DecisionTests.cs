using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

/// <summary>A-01: access is a pure function of what is asked, what is held, and the time.</summary>
public class DecisionTests
{
    private const long Article = 12;
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;
    private static readonly ProductSet Club = ProductSet.Of(1);

    private static readonly Gen<ProductSet> SomeProducts = Gen.ULong[0, 15].Select(bits => new ProductSet(bits));

    private static readonly Gen<Asked> AnyAsked = Gen.Select(Gen.Enum<Requirement>(), SomeProducts, (requirement, any) => new Asked(requirement, any, Article));

    private static readonly Gen<Grant> AnyGrant = Gen.Select(
        Gen.Enum<GrantSource>(), Gen.Int[-400, 400], Gen.Int[0, 400], SomeProducts, Gen.Int[0, 2].Select(n => n == 0 ? 0 : Article + n - 1),
        (source, from, days, products, article) => new Grant(source, Now.AddDays(from), Now.AddDays(from + days), "Formule", products, article));

    private static readonly Gen<Rights> AnyRights =
        Gen.Select(Gen.Bool, Gen.Bool, AnyGrant.Array[0, 4], (registered, staff, grants) => new Rights
        {
            IsRegistered = registered || staff,
            IsStaff = staff,
            Grants = grants,
        });

    [Fact]
    public void More_rights_never_read_less() =>
        Gen.Select(AnyAsked, AnyRights, AnyGrant).Sample((asked, held, more) =>
        {
            var before = Decision.Of(asked, held, Now);
            var after = Decision.Of(asked, held.With(more), Now);
            (!before.MayReadAll || after.MayReadAll).ShouldBeTrue();
        });

    [Fact]
    public void Without_a_reason_no_text() =>
        Gen.Select(AnyAsked, AnyRights).Sample((asked, held) =>
        {
            var mayRead = asked.Requirement == Requirement.None
                || held.IsStaff
                || (asked.Requirement == Requirement.Registration && held.IsRegistered)
                || Decision.AllThatOpen(asked, held, Now).Count > 0;
            Decision.Of(asked, held, Now).MayReadAll.ShouldBe(mayRead);
        });

    [Fact]
    public void The_best_reason_comes_first() =>
        Gen.Select(AnyAsked, AnyRights).Sample((asked, held) =>
        {
            var decision = Decision.Of(asked, held, Now);
            if (decision.Reason == Reason.Granted)
            {
                var first = Decision.AllThatOpen(asked, held, Now)[0];
                decision.Through!.Value.Source.ShouldBe(first.Source);
                decision.Through.Value.Until.ShouldBe(first.Until);
            }
        });

    /// <summary>Pages are kept by what stands in the class: two readers of one class must get the same answer.</summary>
    [Fact]
    public void The_class_of_access_and_the_products_decide_as_the_reader_does() =>
        Gen.Select(AnyAsked, AnyRights).Sample((asked, held) =>
        {
            var whole = new Rights { IsRegistered = held.IsRegistered, IsStaff = held.IsStaff, Grants = [.. held.Grants.Where(g => g.Article == 0)] };
            Decision.Of(asked, whole, Now).MayReadAll.ShouldBe(asked.Requirement switch
            {
                Requirement.None => true,
                Requirement.Registration => whole.ClassAt(Now) != AccessClass.Visitor,
                _ => whole.ClassAt(Now) == AccessClass.Staff || whole.HoldsAt(Now).Overlaps(asked.AnyOf),
            });
        });

    [Fact]
    public void Any_of_the_products_that_are_asked_for_opens_and_no_other()
    {
        var both = new Asked(Requirement.Subscription, Club | ProductSet.Paper, Article);
        Decision.Of(both, Holder(Club), Now).MayReadAll.ShouldBeTrue();
        Decision.Of(both, Holder(ProductSet.Paper), Now).MayReadAll.ShouldBeTrue();
        var ofClub = new Asked(Requirement.Subscription, Club, Article);
        Decision.Of(ofClub, Holder(ProductSet.Paper), Now).Reason.ShouldBe(Reason.NotIncluded);
        Decision.Of(ofClub, Holder(ProductSet.Paper | Club), Now).MayReadAll.ShouldBeTrue();
    }

    [Fact]
    public void A_right_to_one_article_opens_that_one()
    {
        var held = new Rights { Grants = [new Grant(GrantSource.Gift, Now, Now.AddDays(1), "", default, Article)] };
        Decision.Of(new Asked(Requirement.Subscription, Club, Article), held, Now).MayReadAll.ShouldBeTrue();
        Decision.Of(new Asked(Requirement.Subscription, Club, Article + 1), held, Now).Reason.ShouldBe(Reason.NeedsSubscription);
        Decision.Of(new Asked(Requirement.Registration, Club, Article + 1), held, Now).Reason.ShouldBe(Reason.NeedsRegistration);
    }

    [Fact]
    public void A_right_opens_from_its_first_instant_to_the_one_before_its_end()
    {
        var held = new Rights { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, Now, Now.AddDays(1), "Formule", ProductSet.Paper)] };
        Decision.Of(Asked.ThePaper, held, Now.AddTicks(-1)).MayReadAll.ShouldBeFalse();
        Decision.Of(Asked.ThePaper, held, Now).MayReadAll.ShouldBeTrue();
        Decision.Of(Asked.ThePaper, held, Now.AddDays(1).AddTicks(-1)).MayReadAll.ShouldBeTrue();
        Decision.Of(Asked.ThePaper, held, Now.AddDays(1)).Reason.ShouldBe(Reason.RightEnded);
    }

    [Fact]
    public void It_names_the_right_that_opened() => Decision.Of(Asked.ThePaper, Holder(ProductSet.Paper), Now).Through!.Value.Label.ShouldBe("Formule Équipe");

    [Fact]
    public void It_allocates_nothing()
    {
        var held = new Rights
        {
            IsRegistered = true,
            Grants = [.. Enumerable.Range(1, 20).Select(n => new Grant(GrantSource.Subscription, Now.AddDays(-9), Now.AddDays(-n), "Formule", ProductSet.Paper))],
        };
        Decision.Of(Asked.ThePaper, held, Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Decision.Of(Asked.ThePaper, held, Now);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static Rights Holder(ProductSet products) =>
        new() { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, Now, Now.AddDays(1), "Formule Équipe", products)] };
}
