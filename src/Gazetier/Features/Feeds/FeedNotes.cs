using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;

namespace Gazetier.Features.Feeds;

/// <summary>
/// What a feed says beside an article and is open to all, be the article locked or not: the machine's part (L-90), what was corrected
/// (L-31), and what people named in it answered (L-30).
/// </summary>
public sealed record FeedNotes
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Null where a person wrote the text.</summary>
    public required string? Label { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>A sentence each; of the corrections the latest.</summary>
    public IReadOnlyList<string> Lines(Phrases t, TimeZoneInfo zone) =>
    [
        .. new[] { Label }.OfType<string>(),
        .. Corrections.TakeLast(1).Select(c => t["Mis à jour le {0} : {1}", t.Moment(c.At, zone), French.TypesetText(c.Text)]),
        .. Replies.Select(r => t["Droit de réponse : {0}. À lire sous l’article.", French.TypesetText(r.Signature)]),
    ];

    /// <summary>All of it in full; empty where there is nothing but the text.</summary>
    public string ToHtml(Phrases t, TimeZoneInfo zone)
    {
        var html = new StringBuilder();
        if (Label is not null)
        {
            html.Append(Element("p", Label));
        }

        if (Corrections.Count > 0)
        {
            var lines = Corrections.Select(c => Element("li", t["{0} : {1}", t.Moment(c.At, zone), French.TypesetText(c.Text)]));
            html.Append(Element("h2", t["Corrections"])).Append("<ul>").AppendJoin("", lines).Append("</ul>");
        }

        foreach (var reply in Replies)
        {
            html.Append("<aside>").Append(Element("h2", t["Droit de réponse"]));
            html.AppendJoin("", reply.Paragraphs().Select(paragraph => Element("p", French.TypesetText(paragraph))));
            html.Append(Element("p", t["{0}, le {1}", French.TypesetText(reply.Signature), t.Day(reply.PublishedAt, zone)])).Append("</aside>");
        }

        return html.ToString();
    }

    private static string Element(string name, string text) => $"<{name}>{Encoder.Encode(Printable.Only(text))}</{name}>";
}
