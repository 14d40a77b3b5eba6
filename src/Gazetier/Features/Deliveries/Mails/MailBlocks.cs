using System.Text;
using System.Text.Encodings.Web;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>Renders the parts that mails share, and keeps them for one posting.</summary>
public class MailBlocks(MailPages pages, PublicAddress address, Masthead masthead, HtmlEncoder encoder)
{
    private readonly Dictionary<(long Article, bool MayRead, Language Language), MailBlock> _articles = [];
    private readonly Dictionary<string, MailBlock> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<(FrameWords Words, Language Language), FrameText> _frames = [];

    /// <summary>One article, as HTML and as text.</summary>
    public async Task<MailBlock> ArticleAsync(ArticleCard card, bool mayRead, Language language)
    {
        if (_articles.TryGetValue((card.Id, mayRead, language), out var block))
        {
            return block;
        }

        card = card.Typeset();
        var t = new Phrases(language);
        var html = await pages.RenderAsync<ArticleBlock>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ArticleBlock.Card)] = card,
            [nameof(ArticleBlock.Address)] = address.Of(card.Path),
            [nameof(ArticleBlock.MayRead)] = mayRead,
            [nameof(ArticleBlock.T)] = t,
        });
        return _articles[(card.Id, mayRead, language)] = new MailBlock(html, Text(card, mayRead, t));
    }

    /// <summary>A line of its own, above what it speaks of.</summary>
    public MailBlock Line(string text)
    {
        if (!_lines.TryGetValue(text, out var block))
        {
            _lines[text] = block = new MailBlock(
                $"<tr><td class=\"soft\" style=\"padding:0 0 20px;font:15px/1.45 Arial,sans-serif;color:#5d574d\">{encoder.Encode(text)}</td></tr>\n", text + "\n\n");
        }

        return block;
    }

    /// <summary>What stands around the blocks, cut at its holes.</summary>
    public async Task<FrameText> FrameAsync(FrameWords words, Language language, CancellationToken cancel)
    {
        if (_frames.TryGetValue((words, language), out var frame))
        {
            return frame;
        }

        var t = new Phrases(language);
        var imprint = await masthead.ImprintAsync(cancel);
        string[] lines = [imprint.Name, .. Lines(imprint.Publisher).Where(line => !imprint.PostalAddress.Contains(line, StringComparison.Ordinal)), .. Lines(imprint.PostalAddress)];
        var html = await pages.RenderAsync<MailFrame>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MailFrame.Name)] = imprint.Name,
            [nameof(MailFrame.Root)] = address.Root,
            [nameof(MailFrame.Words)] = words,
            [nameof(MailFrame.Lines)] = lines,
            [nameof(MailFrame.T)] = t,
        });
        return _frames[(words, language)] = FrameText.Cut(html, Text(words, imprint.Name, lines, t));
    }

    /// <summary>"lundi 1er décembre 2026".</summary>
    /// <param name="local">On the newspaper's clock.</param>
    public static string Date(DateTime local, Phrases t) => t.Language == Language.French && local.Day == 1
        ? local.ToString("dddd '1er' MMMM yyyy", t.Culture)
        : local.ToString("dddd d MMMM yyyy", t.Culture);

    /// <summary>A line stays a line, whatever somebody typed.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Longer subjects are cut by the reader's screen, in the middle of a word.</summary>
    public static string Shorten(string subject)
    {
        const int longest = 90;
        if (subject.Length <= longest)
        {
            return subject;
        }

        var cut = subject.LastIndexOf(' ', longest - 1);
        return subject[..(cut > longest / 2 ? cut : longest - 1)].TrimEnd(' ', ',', ':', ';', '«', '\u00A0') + "…";
    }

    private string Text(FrameWords words, string name, IEnumerable<string> lines, Phrases t)
    {
        var text = new StringBuilder($"{name} — {OneLine(words.Title)}\n{words.Line}\n");
        if (words.WebPath is { } web)
        {
            text.Append(t.Culture, $"{t["Lire sur le site"]}\u00A0: {address.Of(web)}\n");
        }

        return text.Append(t.Culture, $"\n{FrameText.Greeting}\n\n{FrameText.Blocks}-- \n{words.Why}\n")
            .Append(t.Culture, $"{words.Manage}\u00A0: {address.Of(words.ManagePath)}\n")
            .Append(t.Culture, $"{t["Gérer tous mes envois"]}\u00A0: {address.Of("/u/")}{FrameText.Token}/envois\n")
            .Append(t.Culture, $"{words.Leave}\u00A0: {address.Of("/u/")}{FrameText.Token}\n\n{string.Join('\n', lines)}\n").ToString();
    }

    private string Text(ArticleCard card, bool mayRead, Phrases t)
    {
        var text = new StringBuilder().Append(OneLine(card.Kicker ?? card.Section.Name)).Append('\n').Append(OneLine(card.Headline)).Append('\n');
        if (card.Standfirst.Length > 0)
        {
            text.Append(OneLine(card.Standfirst)).Append('\n');
        }

        if (card.MachineUse.Label(t) is { } label)
        {
            text.Append(label).Append('\n');
        }

        return text.Append(mayRead ? t["Lire l’article"] : t["Réservé aux abonnés"]).Append("\u00A0: ").Append(address.Of(card.Path)).Append("\n\n").ToString();
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
