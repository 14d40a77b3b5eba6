using Gazetier.Features.Articles.Bodies;

namespace Gazetier.Features.Articles;

/// <summary>
/// The body of an article is HTML of a closed vocabulary: paragraphs, h2 to h4, lists, quotations, tables, figures,
/// charts (<c>figure.chart</c>), films and sounds (<c>figure.video</c>, <c>figure.audio</c>), documents
/// (<c>p.document</c>), links, questions and answers (<c>section.qa</c>), boxes (<c>aside.box</c>), footnotes, and the
/// mark where the free part ends (<c>hr.cut</c>). Whatever comes in, from the editor, a paste or an import, leaves in this form: safe,
/// valid, the same for the same input, and unchanged by a second pass.
/// </summary>
public static class Body
{
    /// <summary>In characters of HTML: a long inquiry has 60,000.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>
    /// The clean body; empty where nothing of it may stay.
    /// It is rebuilt from what we know, not filtered of what we fear; then the result is parsed anew by
    /// <see cref="BodyGate"/>, which knows the tricks of browsers and should find nothing.
    /// </summary>
    /// <exception cref="BodyTooLongException">The input is over <see cref="MaxLength"/>.</exception>
    public static string Sanitise(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > MaxLength)
        {
            throw new BodyTooLongException(html.Length);
        }

        var clean = BodyGate.Pass(Rebuild(html), out var refused);
        return refused ? BodyGate.Pass(Rebuild(clean), out _) : clean;
    }

    private static string Rebuild(string html)
    {
        var root = new BodyReader().Read(BodyParser.Parse(html));
        BodyFinish.Apply(root);
        return BodyWriter.Write(root);
    }
}
