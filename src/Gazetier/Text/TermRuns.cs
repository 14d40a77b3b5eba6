namespace Gazetier.Text;

/// <summary>
/// All runs of one to <see cref="Longest"/> terms of some texts, each as one number: whether a phrase stands in them, however many
/// phrases are asked for, is a look-up. The number is no proof, two runs may share it: whoever finds one compares the terms.
/// </summary>
public sealed class TermRuns
{
    /// <summary>Terms in the longest run.</summary>
    public const int Longest = 8;

    private readonly HashSet<long> _keys = [];
    private readonly string _whole;

    /// <param name="texts">No run goes from one into the next.</param>
    public TermRuns(IEnumerable<string> texts)
    {
        var whole = new System.Text.StringBuilder(" ");
        foreach (var text in texts)
        {
            var terms = FrenchTerms.Of(text);
            for (var from = 0; from < terms.Count; from++)
            {
                var key = Begin;
                for (var n = from; n < Math.Min(terms.Count, from + Longest); n++)
                {
                    _keys.Add(key = Add(key, terms[n]));
                }

                whole.Append(terms[from]).Append(' ');
            }

            whole.Append("¶ ");
        }

        _whole = whole.ToString();
    }

    private static long Begin => unchecked((long)0xcbf29ce484222325);

    public IReadOnlyCollection<long> Keys => _keys;

    /// <param name="terms">Joined by blanks.</param>
    public bool Contains(string terms) => _whole.Contains(" " + terms + " ", StringComparison.Ordinal);

    /// <summary>The number of one run: the same on every machine and in all versions, since it is stored.</summary>
    public static long KeyOf(IEnumerable<string> terms) => terms.Aggregate(Begin, Add);

    /// <summary>FNV-1a over the signs of the term and a blank.</summary>
    private static long Add(long key, string term)
    {
        unchecked
        {
            var hash = (ulong)key;
            foreach (var sign in term)
            {
                hash = (hash ^ sign) * 0x100000001b3;
            }

            return (long)((hash ^ ' ') * 0x100000001b3);
        }
    }
}
