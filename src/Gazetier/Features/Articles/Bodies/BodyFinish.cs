using System.Globalization;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>What only the whole body can tell: levels of headings, ids used once, links that lead somewhere, names.</summary>
internal static class BodyFinish
{
    private const string Back = "↩";

    public static void Apply(BodyNode root)
    {
        var nodes = root.Descendants().ToList();
        Level([.. nodes.Where(node => node.Name is ['h', >= '1' and <= '6'])]);
        MakeIdsUnique(nodes);
        FollowLinks(nodes);
        Name(nodes);
        Unlink(root);
    }

    // The page's headline is the h1: where the body has one, its headings move down; none skips a level.
    private static void Level(List<BodyNode> headings)
    {
        var shift = headings.Exists(heading => heading.Name == "h1") ? 1 : 0;
        var before = 1;
        foreach (var heading in headings)
        {
            var level = Math.Clamp(heading.Name[1] - '0' + shift, 2, 4);
            before = Math.Min(level, before + 1);
            heading.Name = string.Create(CultureInfo.InvariantCulture, $"h{before}");
        }
    }

    private static void MakeIdsUnique(List<BodyNode> nodes)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => node["id"] is { } id && !ids.Add(id)))
        {
            node["id"] = null;
        }
    }

    // A link that goes may have been the target of another: a dead link loses its href here and its tag in Unlink.
    private static void FollowLinks(List<BodyNode> nodes)
    {
        var targets = nodes.Where(node => node["id"] is not null).Select(node => node["id"]!).ToHashSet(StringComparer.Ordinal);
        var links = nodes.Where(node => node.Name == "a").ToList();
        var byTarget = links.ToLookup(link => link["href"]!, StringComparer.Ordinal);
        var dead = new Stack<BodyNode>(links.Where(link => !link.HasName || IsDead(link, targets)));
        while (dead.TryPop(out var link))
        {
            link["href"] = null;
            if (link["id"] is { } id && targets.Remove(id))
            {
                foreach (var follower in byTarget[$"#{id}"].Where(follower => follower["href"] is not null))
                {
                    dead.Push(follower);
                }
            }
        }
    }

    private static bool IsDead(BodyNode link, HashSet<string> targets) =>
        link["href"] is ['#', .. var id] && !targets.Contains(id);

    private static void Name(List<BodyNode> nodes)
    {
        var tables = 0;
        foreach (var node in nodes)
        {
            if (node.Name == "div")
            {
                // Regions of one page need names of their own.
                node["aria-label"] = ++tables == 1 ? "Tableau" : string.Create(CultureInfo.InvariantCulture, $"Tableau {tables}");
            }
            else if (node is { Name: "a", Children: [{ Text: { } text }] } && text.ToString().StartsWith(Back, StringComparison.Ordinal))
            {
                node["aria-label"] = "Retour à l'appel de note";
            }
        }
    }

    private static void Unlink(BodyNode node)
    {
        for (var at = 0; at < node.Children.Count; at++)
        {
            Unlink(node.Children[at]);
        }

        if (node.Children.Exists(IsUnlinked))
        {
            var kept = node.Children.SelectMany(child => IsUnlinked(child) ? child.Children : [child]).ToList();
            node.Children.Clear();
            node.Children.AddRange(kept);
        }
    }

    private static bool IsUnlinked(BodyNode node) => node.Name == "a" && node["href"] is null;
}
