using System.Text;
using System.Text.RegularExpressions;
using Gazetier.Mail.Wire;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>A frame in pieces, each of which goes before a hole, and what stands after the last.</summary>
public sealed partial class FrameText
{
    /// <summary>What a reader's own mail puts in: a greeting, the blocks, the token of the way out (E-02), which may stand more than once.</summary>
    public const string Greeting = "{{greeting}}", Blocks = "{{blocks}}", Token = "{{token}}";

    private readonly Part _html;
    private readonly Part _text;

    private FrameText(Part html, Part text) => (_html, _text) = (html, text);

    public static FrameText Cut(string html, string text) => new(Part.Cut(html.TrimEnd() + "\n"), Part.Cut(text));

    /// <summary>The HTML of one mail.</summary>
    public string Html(string greeting, IEnumerable<string> blocks, string token) => _html.Fill(greeting, string.Concat(blocks), token);

    /// <summary>The text of one mail.</summary>
    public string Text(string greeting, IEnumerable<string> blocks, string token) => _text.Fill(greeting, string.Concat(blocks), token);

    /// <summary>The HTML of one mail as it goes over the wire; the frame's pieces are encoded once.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> WireHtml(byte[] greeting, IEnumerable<ReadOnlyMemory<byte>> blocks, byte[] token) =>
        _html.Fill(greeting, blocks, token);

    /// <inheritdoc cref="WireHtml"/>
    public IEnumerable<ReadOnlyMemory<byte>> WireText(byte[] greeting, IEnumerable<ReadOnlyMemory<byte>> blocks, byte[] token) =>
        _text.Fill(greeting, blocks, token);

    [GeneratedRegex(@"\{\{(?:greeting|blocks|token)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole { get; }

    private sealed class Part(string[] pieces, string[] holes)
    {
        private readonly ReadOnlyMemory<byte>[] _wire = [.. pieces.Select(piece => (ReadOnlyMemory<byte>)QuotedPrintable.Encode(piece))];

        public static Part Cut(string whole) => new(Hole.Split(whole), [.. Hole.Matches(whole).Select(hole => hole.Value)]);

        public string Fill(string greeting, string blocks, string token)
        {
            var filled = new StringBuilder(pieces[0]);
            for (var n = 0; n < holes.Length; n++)
            {
                filled.Append(holes[n] switch { Greeting => greeting, Blocks => blocks, _ => token }).Append(pieces[n + 1]);
            }

            return filled.ToString();
        }

        public IEnumerable<ReadOnlyMemory<byte>> Fill(byte[] greeting, IEnumerable<ReadOnlyMemory<byte>> blocks, byte[] token)
        {
            yield return _wire[0];
            for (var n = 0; n < holes.Length; n++)
            {
                if (holes[n] == Blocks)
                {
                    foreach (var block in blocks)
                    {
                        yield return block;
                    }
                }
                else
                {
                    yield return holes[n] == Greeting ? greeting : token;
                }

                yield return _wire[n + 1];
            }
        }
    }
}
