namespace Gazetier.Features.Articles.Bodies;

/// <summary>Which cells of a table are headers, and of what: a table without any gives its first row.</summary>
internal static class TableHeaders
{
    /// <summary>Moves rows between head and body as needed and sets names and scopes of cells.</summary>
    public static void Mark(List<BodyNode> head, List<BodyNode> rows)
    {
        Blank(head);
        Blank(rows);
        if (head.Count > 0 && rows.Count == 0)
        {
            // Everything in the head: only the first row is one.
            rows.AddRange(head[1..]);
            head.RemoveRange(1, head.Count - 1);
            TableGrid.Straighten(head);
        }

        if (head.Count == 0 && rows.Count > 1 && IsHead(rows))
        {
            head.Add(rows[0]);
            rows.RemoveAt(0);
            TableGrid.Straighten(head);
        }

        foreach (var cell in head.SelectMany(row => row.Children).Where(cell => cell.HasContent))
        {
            AsHeader(cell, "col");
        }

        MarkRows(rows);
    }

    // A header that says nothing is an ordinary cell.
    private static void Blank(List<BodyNode> rows)
    {
        foreach (var cell in rows.SelectMany(row => row.Children).Where(cell => cell.Name == "th" && !cell.HasContent))
        {
            AsCell(cell);
        }
    }

    private static bool IsHead(List<BodyNode> rows) =>
        rows[0].Children.TrueForAll(cell => cell.Name == "th" || !cell.HasContent)
        || !rows.SelectMany(row => row.Children).Any(cell => cell.Name == "th");

    private static void MarkRows(List<BodyNode> rows)
    {
        foreach (var row in rows)
        {
            var isAllHeaders = row.Children.TrueForAll(cell => cell.Name == "th");
            foreach (var cell in row.Children.Where(cell => cell.Name == "th").ToList())
            {
                if (isAllHeaders && cell != row.Children[0] || isAllHeaders && row.Children.Count == 1 && rows.Count == 1)
                {
                    AsCell(cell);
                }
                else
                {
                    AsHeader(cell, cell["scope"] ?? (cell == row.Children[0] ? "row" : "col"));
                }
            }
        }
    }

    private static void AsHeader(BodyNode cell, string scope)
    {
        if (cell.Name == "td")
        {
            cell.Name = "th";
            BodyText.Flatten(cell);
        }

        cell["scope"] = scope;
    }

    private static void AsCell(BodyNode cell)
    {
        cell.Name = "td";
        cell["scope"] = null;
    }
}
