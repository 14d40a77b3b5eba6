using System.Text.RegularExpressions;

namespace Gazetier.Text;

/// <summary>
/// What changed between two texts, in words (Myers' algorithm, 1986): first paragraph by paragraph, then word by word inside those
/// that changed. Pure; the words that are taken away and those that stay make the old text, those that are added and stay the new one.
/// </summary>
public static partial class Comparison
{
    /// <summary>Differences that are looked for before two passages are called wholly different: bounds the time.</summary>
    private const int Patience = 1_000;

    /// <summary>Rows side by side: a paragraph of the old text, and what stands in its place in the new one.</summary>
    public static IReadOnlyList<ComparedRow> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var rows = new List<ComparedRow>();
        List<string> gone = [];
        List<string> come = [];
        foreach (var (kind, paragraph) in Steps(before, after))
        {
            switch (kind)
            {
                case Fate.Gone: gone.Add(paragraph); break;
                case Fate.Come: come.Add(paragraph); break;
                default:
                    Pair(rows, gone, come);
                    rows.Add(new ComparedRow([new(Fate.Stays, paragraph)], [new(Fate.Stays, paragraph)]));
                    break;
            }
        }

        Pair(rows, gone, come);
        return rows;
    }

    private static void Pair(List<ComparedRow> rows, List<string> gone, List<string> come)
    {
        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
        {
            rows.Add(Words(i < gone.Count ? gone[i] : "", i < come.Count ? come[i] : ""));
        }

        gone.Clear();
        come.Clear();
    }

    private static ComparedRow Words(string before, string after)
    {
        var left = new List<ComparedWords>();
        var right = new List<ComparedWords>();
        foreach (var (fate, word) in Steps(Split(before), Split(after)))
        {
            if (fate != Fate.Come)
            {
                Add(left, fate, word);
            }

            if (fate != Fate.Gone)
            {
                Add(right, fate, word);
            }
        }

        return new ComparedRow(left, right);
    }

    private static void Add(List<ComparedWords> words, Fate fate, string word)
    {
        if (words.Count > 0 && words[^1].Fate == fate)
        {
            words[^1] = new(fate, words[^1].Text + word);
        }
        else
        {
            words.Add(new(fate, word));
        }
    }

    /// <summary>Words with the blanks that follow them.</summary>
    private static List<string> Split(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    /// <summary>The shortest way from one list to the other: what goes, comes and stays, in order.</summary>
    private static List<(Fate Fate, string Text)> Steps(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        List<(Fate, string)> steps = [.. before.Take(start).Select(one => (Fate.Stays, one))];
        steps.AddRange(Shortest([.. before.Skip(start).Take(before.Count - start - end)], [.. after.Skip(start).Take(after.Count - start - end)]));
        steps.AddRange(before.Skip(before.Count - end).Select(one => (Fate.Stays, one)));
        return steps;
    }

    private static List<(Fate Fate, string Text)> Shortest(string[] before, string[] after)
    {
        var most = Math.Min(before.Length + after.Length, Patience);
        var reach = new int[(2 * most) + 3];
        var trail = new List<int[]>();
        for (var depth = 0; depth <= most; depth++)
        {
            trail.Add(reach[(most + 1 - depth - 1)..(most + 1 + depth + 2)]);
            for (var k = -depth; k <= depth; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -depth || (k != depth && reach[at - 1] < reach[at + 1]) ? reach[at + 1] : reach[at - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                reach[at] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return Walk(before, after, trail);
                }
            }
        }

        return [.. before.Select(one => (Fate.Gone, one)), .. after.Select(one => (Fate.Come, one))];
    }

    /// <summary>Back along the way that was found.</summary>
    private static List<(Fate Fate, string Text)> Walk(string[] before, string[] after, List<int[]> trail)
    {
        var steps = new List<(Fate, string)>();
        var (x, y) = (before.Length, after.Length);
        for (var depth = trail.Count - 1; depth >= 0; depth--)
        {
            // Each state was kept from diagonal -depth - 1 on.
            var reach = trail[depth];
            int Reach(int diagonal) => reach[diagonal + depth + 1];
            var k = x - y;
            var previous = k == -depth || (k != depth && Reach(k - 1) < Reach(k + 1)) ? k + 1 : k - 1;
            var (fromX, fromY) = depth == 0 ? (0, 0) : (Reach(previous), Reach(previous) - previous);
            while (x > fromX && y > fromY)
            {
                steps.Add((Fate.Stays, before[--x]));
                y--;
            }

            if (depth > 0)
            {
                steps.Add(x == fromX ? (Fate.Come, after[--y]) : (Fate.Gone, before[--x]));
            }
        }

        steps.Reverse();
        return steps;
    }

    [GeneratedRegex(@"\S+\s*|\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

/// <summary>What became of words.</summary>
public enum Fate
{
    Stays,
    Gone,
    Come,
}

/// <summary>Words of one fate that follow each other.</summary>
public sealed record ComparedWords(Fate Fate, string Text);

/// <summary>A paragraph of the old text and of the new one, side by side; either may be empty.</summary>
public sealed record ComparedRow(IReadOnlyList<ComparedWords> Before, IReadOnlyList<ComparedWords> After)
{
    public bool IsSame => Before.Concat(After).All(words => words.Fate == Fate.Stays);
}
