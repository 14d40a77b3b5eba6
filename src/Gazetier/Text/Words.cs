namespace Gazetier.Text;

/// <summary>
/// How long a text is, in words. A word is what stands between two spaces and holds a letter or a digit, as word
/// processors and press contracts count: « l'eau » and « rendez-vous » are one word, « » ! — none. Every kind of
/// space separates, so that typography (no-break spaces, W-06) does not change the count.
/// </summary>
public static class Words
{
    /// <summary>Words a minute of a French reader.</summary>
    public const int PerMinute = 230;

    public static int Count(string text)
    {
        var counter = new WordCounter();
        counter.Add(text);
        return counter.Total;
    }

    /// <summary>
    /// Words of an HTML fragment. Tags of blocks separate words, tags within a line do not; comments and what
    /// stands in script, style and template is not text.
    /// </summary>
    public static int CountHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var counter = new WordCounter();
        foreach (var piece in new HtmlPieces(html))
        {
            switch (piece.Kind)
            {
                case HtmlPieceKind.Text: counter.AddEscaped(piece.Of(html)); break;
                case HtmlPieceKind.Tag when !HtmlNames.IsInline(piece.Name(html)): counter.Break(); break;
                default: break;
            }
        }

        return counter.Total;
    }

    /// <summary>Minutes to read so many words: at least one, unless there is nothing to read.</summary>
    public static int Minutes(int words) => words <= 0 ? 0 : Math.Max(1, (int)Math.Round(words / (double)PerMinute));
}
