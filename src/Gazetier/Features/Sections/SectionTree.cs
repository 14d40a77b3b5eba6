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
}
