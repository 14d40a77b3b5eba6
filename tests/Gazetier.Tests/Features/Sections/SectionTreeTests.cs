using CsCheck;
using Gazetier.Features.Sections;
using Shouldly;

namespace Gazetier.Tests.Features.Sections;

public class SectionTreeTests
{
    /// <summary>Any tree: each section lies under one before it, or at the top.</summary>
    private static readonly Gen<List<Section>> AnyTree = Gen.Int[-1, 100].Array[1, 15].Select(parents =>
    {
        var sections = new List<Section>();
        foreach (var (index, parent) in parents.Index())
        {
            sections.Add(new Section { Slug = $"s{index}", Name = $"S{index}", ParentId = parent < 0 || index == 0 ? null : sections[parent % index].Id });
        }

        return sections;
    });

    [Fact]
    public void Whatever_move_is_allowed_the_tree_stays_a_tree() => Gen.Select(AnyTree, Gen.Int[0, 14], Gen.Int[-1, 14]).Sample((tree, which, under) =>
    {
        var section = tree[which % tree.Count];
        Guid? parent = under < 0 ? null : tree[under % tree.Count].Id;
        var wouldCircle = parent is { } id && tree.WithBelow(section.Id).Contains(id);
        tree.MayLieUnder(section.Id, parent).ShouldBe(!wouldCircle);
        if (!wouldCircle)
        {
            section.ParentId = parent;
            tree.InTree().Count.ShouldBe(tree.Count);
            tree.ShouldAllBe(s => tree.PathTo(s.Id)[0].ParentId == null);
        }
    });

    [Fact]
    public void Each_section_stands_after_the_one_above_it() => AnyTree.Sample(tree =>
    {
        var order = tree.InTree().Select(one => one.Section.Id).ToList();
        order.ShouldBeUnique();
        tree.Where(s => s.ParentId is not null).ShouldAllBe(s => order.IndexOf(s.ParentId!.Value) < order.IndexOf(s.Id));
    });

    [Fact]
    public void Nothing_lies_under_what_is_not_there()
    {
        var section = new Section { Slug = "a", Name = "A" };
        new List<Section> { section }.MayLieUnder(section.Id, Guid.CreateVersion7()).ShouldBeFalse();
    }
}
