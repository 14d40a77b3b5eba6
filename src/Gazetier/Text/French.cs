using System.Buffers;

namespace Gazetier.Text;

/// <summary>
/// French typography, applied at render and never stored, so that what was typed stays as it was typed (W-06).
/// <para>
/// The spaces follow CLDR and so agree with the numbers that .NET writes in fr-FR: the narrow no-break space U+202F
/// before ; ! ? and %, and between thousands; the no-break space U+00A0 before a colon, inside « », before € and units,
/// and after abbreviations (« n° », « art. », « M. », « L. 2121-29 »). A no-break space already there stays, whichever
/// it is. Straight apostrophes after a letter become ’, three dots become …, straight double quotes are left alone.
/// </para>
/// <para>
/// No letter and no digit ever changes; setting what is already set changes nothing; no string is refused. Where a sign
/// may be something else than punctuation (addresses of the web or of mail, file names, hours, emoticons, code), it is
/// left as typed. Time is linear in the length of the text.
/// </para>
/// </summary>
public static class French
{
    /// <summary>As a French index sorts: accents and case come last.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <summary>
    /// Sets the text of an HTML fragment, across its inline tags. Tags, attributes, comments and what stands in code,
    /// pre, kbd, samp, script, style, textarea and title come out as they went in, and so do entities, except that of
    /// the apostrophe. Ordinals get their superscript: 1er becomes <c>1&lt;sup&gt;er&lt;/sup&gt;</c>.
    /// What follows a tag or comment that never closes is left alone.
    /// </summary>
    public static string Typeset(string html)
    {
        var text = ArrayPool<char>.Shared.Rent(html.Length);
        var starts = ArrayPool<int>.Shared.Rent(html.Length);
        try
        {
            var length = new FrenchMarkup(html, text, starts).Read();
            return new FrenchRules(html, text.AsSpan(0, length), starts.AsSpan(0, length), markup: true).Apply() ?? html;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
            ArrayPool<int>.Shared.Return(starts);
        }
    }

    /// <summary>Sets a text without markup (titles, mails, JSON): here &lt; and &amp; are ordinary characters.</summary>
    public static string TypesetText(string plain) => new FrenchRules(plain, plain, [], markup: false).Apply() ?? plain;
}
