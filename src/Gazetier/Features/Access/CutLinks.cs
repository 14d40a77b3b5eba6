using AngleSharp.Dom;

namespace Gazetier.Features.Access;

/// <summary>
/// Takes from the open half the links into the withheld one, which lead nowhere for those who see only the first. The
/// call of a footnote stays as text and keeps its id: the note links back to it.
/// </summary>
internal static class CutLinks
{
    public static void Release(List<INode> open, List<INode> withheld)
    {
        var hidden = Elements(withheld, "[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
        foreach (var link in Elements(open, "a[href^='#']"))
        {
            if (hidden.Contains(link.GetAttribute("href")![1..]))
            {
                Unwrap(link);
            }
        }
    }

    private static List<IElement> Elements(List<INode> nodes, string selector) =>
        [.. nodes.OfType<IElement>().SelectMany(node => node.QuerySelectorAll(selector).Concat(node.Matches(selector) ? [node] : []))];

    private static void Unwrap(IElement link)
    {
        if (link.Id is { Length: > 0 } id && (link.QuerySelector("sup") ?? link.Closest("sup")) is { Id: null or "" } call)
        {
            call.Id = id;
        }

        link.Replace([.. link.ChildNodes]);
    }
}
