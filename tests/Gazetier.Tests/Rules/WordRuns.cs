using System.Net;
using System.Text.RegularExpressions;
using Gazetier.Text;

namespace Gazetier.Tests.Rules;

/// <summary>
/// Text as the set of its runs of five words, each a number. Words are lower-case letters and digits: no markup, dash or
/// typography hides one. A run of numbers and short words says nothing and is left out; so is one that spans two blocks, of
/// which the first may be a heading that the wall lists.
/// </summary>
internal static partial class WordRuns
{
    private const int Length = 5;

    /// <summary>The runs of a text, within its blocks.</summary>
    public static HashSet<ulong> Of(string html)
    {
        var runs = new HashSet<ulong>();
        Read(Text(html), (run, _, _) => runs.Add(run));
        return runs;
    }

    /// <summary>The first forbidden run in an answer, as its words, or null. An answer is read as it stands, and without tags.</summary>
    public static string? FirstOf(HashSet<ulong> forbidden, string answer)
    {
        string? found = null;
        // Twice: RSS carries HTML as escaped text. JSON writes letters as numbers, addresses as percents.
        var plain = WebUtility.HtmlDecode(WebUtility.HtmlDecode(Unescaped(answer)));
        // As it stands, for what hides in attributes and scripts, each by itself; and as it reads, block by block. What only
        // touches across two elements ("kicker" and "headline") was never one text.
        foreach (var view in new[] { plain.Replace('<', '\v').Replace('>', '\v').Replace('"', '\v'), Blocks(plain) })
        {
            Read(view, (run, first, end) => found ??= forbidden.Contains(run) ? view[first..end] : null);
        }

        return found;
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Blocks(html));

    private static string Blocks(string html) => Tag().Replace(html, tag => HtmlNames.IsInline(Name().Match(tag.Value).Value) ? " " : " \v ");

    private static string Unescaped(string text)
    {
        var read = JsonEscape().Replace(text, match => match.Value[1] == 'u'
            ? ((char)Convert.ToInt32(match.Value[2..], 16)).ToString()
            : " ");
        return read.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(read) : read;
    }

    private static void Read(string text, Action<ulong, int, int> take)
    {
        var last = new (int Start, ulong Hash, bool Speaks)[Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                // A page's title ends in a dash and the newspaper's name; addresses are no prose.
                count = text[i] is '\v' or '—' or '-' or '/' or ':' ? 0 : count;
                continue;
            }

            var start = i;
            var hash = 14695981039346656037UL;
            var letters = 0;
            for (; i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '\u00AD'); i++)
            {
                hash = text[i] == '\u00AD' ? hash : (hash ^ char.ToLowerInvariant(text[i])) * 1099511628211UL;
                letters += char.IsLetter(text[i]) ? 1 : 0;
            }

            last[count++ % Length] = (start, hash, letters > 2);
            if (count >= Length && Speaking(last) > 3)
            {
                var run = 0UL;
                for (var n = count - Length; n < count; n++)
                {
                    run = (run * 0x9E3779B97F4A7C15UL) ^ last[n % Length].Hash ^ (run >> 29);
                }

                take(run, last[count % Length].Start, i);
            }

            // What ended the word may end the run too.
            i--;
        }
    }

    private static int Speaking((int Start, ulong Hash, bool Speaks)[] words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += word.Speaks ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("[a-z][a-z0-9]*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\\(u[0-9a-fA-F]{4}|[nrt])", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex JsonEscape();
}
