namespace Gazetier.Features.Sections;

/// <summary>Walks the tree of sections, as the menu holds it.</summary>
public static class SectionTree
{
    /// <summary>From the top of the tree down to <paramref name="id"/> itself: the breadcrumb.</summary>
    public static IReadOnlyList<Section> PathTo(this IReadOnlyList<Section> sections, Guid id)
    {
        var path = new List<Section>();
        // A tree cannot be deeper than it has nodes: a loop in the data must not hang a page.
        for (Guid? at = id; at is not null && path.Count <= sections.Count;)
        {
            var here = sections.FirstOrDefault(s => s.Id == at);
            if (here is null)
            {
                break;
            }

            path.Insert(0, here);
            at = here.ParentId;
        }

        return path;
    }

    /// <summary>The section itself and all below it.</summary>
    public static IReadOnlyList<Guid> WithBelow(this IReadOnlyList<Section> sections, Guid id) =>
        [.. sections.Where(s => sections.PathTo(s.Id).Any(above => above.Id == id)).Select(s => s.Id)];

    /// <summary>The section at the top of the tree that <paramref name="id"/> lies under.</summary>
    public static Guid? TopOf(this IReadOnlyList<Section> sections, Guid id) => sections.PathTo(id) is [var top, ..] ? top.Id : null;

    /// <summary>Whether the tree stays one: a section does not lie under itself, nor under one that lies under it.</summary>
    /// <param name="parent">Null: at the top.</param>
    public static bool MayLieUnder(this IReadOnlyList<Section> sections, Guid id, Guid? parent) =>
        parent is not { } under || (sections.Any(s => s.Id == under) && sections.PathTo(under).All(above => above.Id != id));

    /// <summary>Each section after the one above it, with how deep it lies; the top is 0.</summary>
    public static IReadOnlyList<(Section Section, int Depth)> InTree(this IReadOnlyList<Section> sections)
    {
        var ordered = new List<(Section Section, int Depth)>();
        Add(null, 0);
        // What a circle in the data would hide is listed all the same.
        return [.. ordered, .. sections.Except(ordered.ConvertAll(one => one.Section)).Select(s => (s, 0))];

        void Add(Guid? parent, int depth)
        {
            foreach (var section in sections.Where(s => s.ParentId == parent))
            {
                ordered.Add((section, depth));
                Add(section.Id, depth + 1);
            }
        }
    }
}
