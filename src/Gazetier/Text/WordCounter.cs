using System.Net;

namespace Gazetier.Text;

/// <summary>Counts words over several pieces of text: « mo<em>t</em> » is one word.</summary>
internal struct WordCounter
{
    private bool _inWord;

    public int Total { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            Add(c);
        }
    }

    /// <summary>Text as it stands in HTML, with entities.</summary>
    public void AddEscaped(ReadOnlySpan<char> text)
    {
        if (text.Contains('&'))
        {
            Add(WebUtility.HtmlDecode(text.ToString()));
        }
        else
        {
            Add(text);
        }
    }

    public void Break() => _inWord = false;

    private void Add(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            _inWord = false;
        }
        else if (!_inWord && (char.IsLetterOrDigit(c) || char.IsHighSurrogate(c) && IsOldScript(c)))
        {
            _inWord = true;
            Total++;
        }
    }

    // Surrogates carry emoji far more often than letters; those from U+20000 on are ideographs.
    private static bool IsOldScript(char high) => high >= '\uD840';
}
