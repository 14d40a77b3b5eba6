using System.Text;
using Gazetier.Mail.Wire;

namespace Gazetier.Features.Digests.Mails;

/// <summary>A frame in pieces: what stands before, between and after its holes.</summary>
public sealed record EditionText(IReadOnlyList<string> Html, IReadOnlyList<string> Text)
{
    /// <summary>Holes, in the order in which they stand in the frame.</summary>
    public const string Greeting = "{{greeting}}", Blocks = "{{blocks}}", Token = "{{token}}";

    private static readonly string[] Holes = [Greeting, Blocks, Token];

    public static EditionText Cut(string html, string text) =>
        new((html.TrimEnd() + "\n").Split(Holes, StringSplitOptions.None), text.Split(Holes, StringSplitOptions.None));

    /// <summary>The same pieces as they go over the wire, encoded once.</summary>
    public IReadOnlyList<WireBlock> Wire =>
        field ??= [.. Html.Zip(Text, (html, text) => new WireBlock(QuotedPrintable.Encode(html), QuotedPrintable.Encode(text)))];

    /// <summary>A whole part of a mail, from <see cref="Html"/> or <see cref="Text"/>.</summary>
    public static string Fill(IReadOnlyList<string> frame, string greeting, IEnumerable<string> parts, string token)
    {
        var mail = new StringBuilder(frame[0]).Append(greeting).Append(frame[1]);
        foreach (var part in parts)
        {
            mail.Append(part);
        }

        return mail.Append(frame[2]).Append(token).Append(frame[3]).ToString();
    }
}
