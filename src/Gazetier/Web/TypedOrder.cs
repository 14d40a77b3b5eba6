namespace Gazetier.Web;

/// <summary>
/// An order that somebody typed: each line of a list carries a number, and a line whose number was changed goes to that place.
/// Works where nothing can be dragged.
/// </summary>
public static class TypedOrder
{
    /// <summary>The lines in their new order. A line without a number, or with the number of its place, keeps its turn.</summary>
    /// <param name="lines">In the order that they had.</param>
    /// <param name="numberOf">What was typed; from 1.</param>
    public static List<T> InTypedOrder<T>(this IEnumerable<T> lines, Func<T, int?> numberOf) =>
    [
        .. lines.Select((line, index) => (line, Key: KeyOf(numberOf(line), index + 1)))
            .OrderBy(one => one.Key)
            .Select(one => one.line),
    ];

    /// <summary>Moves a line one place, where there is one.</summary>
    /// <param name="step">-1 up, 1 down.</param>
    public static void Move<T>(this List<T> lines, int index, int step)
    {
        var to = index + step;
        if (index >= 0 && index < lines.Count && to >= 0 && to < lines.Count)
        {
            (lines[index], lines[to]) = (lines[to], lines[index]);
        }
    }

    // Who moves up stands before the line whose number it took, who moves down after it.
    private static double KeyOf(int? typed, int place) => typed is not { } number ? place : number < place ? number - .5 : number > place ? number + .5 : place;
}
