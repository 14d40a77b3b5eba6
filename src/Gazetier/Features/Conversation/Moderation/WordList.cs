using System.Collections.Concurrent;
using System.Text;

namespace Gazetier.Features.Conversation.Moderation;

/// <summary>Words and phrases, one a line, as the newsroom writes them: whole words, without case and accents; "mot*" is what begins so. Pure.</summary>
public sealed class WordList
{
    private static readonly ConcurrentDictionary<string, WordList> Known = new(StringComparer.Ordinal);
    private readonly string[] _words;

    private WordList(string lines) =>
        _words = [.. lines.Split('\n').Select(line => line.Trim()).Select(line => Fold(line.TrimEnd('*')) is { Length: > 2 } words ? line.EndsWith('*') ? words[..^1] : words : "").Where(words => words.Length > 0)];

    /// <summary>A list is read once: it is asked for each comment.</summary>
    public static WordList Of(string lines)
    {
        if (Known.Count > 20)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(lines, text => new WordList(text));
    }

    /// <param name="folded">As <see cref="Fold"/> gives it.</param>
    public bool IsIn(string folded) => Array.Exists(_words, word => folded.Contains(word, StringComparison.Ordinal));

    /// <summary>Folded words, with one blank before and after each.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var sign in Text.Fold.Of(text))
        {
            if (char.IsLetterOrDigit(sign))
            {
                folded.Append(sign);
            }
            else if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }
}
