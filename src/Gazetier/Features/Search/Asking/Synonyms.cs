using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>Words that say the same, as the newsroom keeps them: <i>EPCI = intercommunalité</i>. Pure.</summary>
public sealed class Synonyms
{
    /// <summary>Terms in the longest that is looked for.</summary>
    public const int Longest = 8;

    public static readonly Synonyms None = new([]);

    private readonly Dictionary<string, List<IReadOnlyList<string>>> _byRun = new(StringComparer.Ordinal);

    /// <param name="lines">"EPCI = intercommunalité = établissement public de coopération intercommunale".</param>
    public Synonyms(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var runs = Read(line).Select(FrenchTerms.Of).Where(run => run.Count is > 0 and <= Longest).DistinctBy(Join).ToList();
            foreach (var run in runs)
            {
                var others = _byRun.TryGetValue(Join(run), out var known) ? known : _byRun[Join(run)] = [];
                others.AddRange(runs.Where(other => Join(other) != Join(run) && !others.Exists(o => Join(o) == Join(other))));
            }
        }
    }

    /// <summary>The wordings in a line; fewer than two: it says nothing.</summary>
    public static IReadOnlyList<string> Read(string line) =>
        [.. line.Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The longest wording that stands at a place: how many terms it takes, and all that say the same, itself first.</summary>
    public (int Length, IReadOnlyList<IReadOnlyList<string>> Alternatives) At(IReadOnlyList<string> terms, int at)
    {
        for (var length = Math.Min(Longest, terms.Count - at); length > 0 && _byRun.Count > 0; length--)
        {
            IReadOnlyList<string> run = [.. terms.Skip(at).Take(length)];
            if (_byRun.TryGetValue(Join(run), out var others))
            {
                return (length, [run, .. others]);
            }
        }

        return (1, [[terms[at]]]);
    }

    private static string Join(IReadOnlyList<string> run) => string.Join(' ', run);
}
