using Gazetier.Text;

namespace Gazetier.Features.Replies;

/// <summary>A passage of an article, with the words around it.</summary>
public sealed record PassageFound(string Before, string Passage, string After)
{
    /// <summary>Characters shown on either side.</summary>
    private const int Around = 240;

    /// <summary>Looks for what somebody complains of in what the article says: blanks, apostrophes and quotation marks may differ. Null where it is not there.</summary>
    public static PassageFound? In(string text, string passage)
    {
        var asked = Plainly(Printable.Line(passage)).Trim(' ', '"', '.', '…');
        var start = asked.Length == 0 ? -1 : Plainly(text).IndexOf(asked, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var end = start + asked.Length;
        return new PassageFound(Printable.Only(text[Math.Max(0, start - Around)..start]), text[start..end], Printable.Only(text[end..Math.Min(text.Length, end + Around)]));
    }

    /// <summary>Sign for sign, so that places stay the same.</summary>
    private static string Plainly(string text) => string.Create(text.Length, text, (into, from) =>
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = from[i] switch
            {
                '\u00A0' or '\u202F' or '\n' or '\r' or '\t' => ' ',
                '’' or '‘' => '\'',
                '«' or '»' or '“' or '”' => '"',
                var sign => sign,
            };
        }
    });
}
