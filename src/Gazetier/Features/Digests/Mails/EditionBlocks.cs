using System.Text;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using Gazetier.Web;

namespace Gazetier.Features.Digests.Mails;

/// <summary>Renders the parts that mails share, and keeps them for one posting.</summary>
public class EditionBlocks(MailPages pages, PublicAddress address)
{
    private readonly Dictionary<(long Article, bool MayRead, Language Language), EditionBlock> _blocks = [];
    private readonly Dictionary<(DateTime Day, Language Language), EditionText> _frames = [];

    /// <summary>One article, as HTML and as text.</summary>
    public async Task<EditionBlock> RenderAsync(ArticleCard card, bool mayRead, Language language)
    {
        if (_blocks.TryGetValue((card.Id, mayRead, language), out var block))
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
        return _blocks[(card.Id, mayRead, language)] = new EditionBlock(html, Text(card, mayRead, t));
    }

    /// <summary>What stands around the articles, cut at its holes.</summary>
    /// <param name="local">The day of the edition, on the newspaper's clock.</param>
    public async Task<EditionText> FrameAsync(Imprint imprint, DateTime local, Language language)
    {
        if (_frames.TryGetValue((local.Date, language), out var frame))
        {
            return frame;
        }

        var t = new Phrases(language);
        var date = Date(local, t);
        string[] lines = [imprint.Name, .. Lines(imprint.Publisher).Where(line => !imprint.PostalAddress.Contains(line, StringComparison.Ordinal)), .. Lines(imprint.PostalAddress)];
        var html = await pages.RenderAsync<EditionFrame>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(EditionFrame.Imprint)] = imprint,
            [nameof(EditionFrame.Root)] = address.Root,
            [nameof(EditionFrame.Date)] = date,
            [nameof(EditionFrame.Lines)] = lines,
            [nameof(EditionFrame.T)] = t,
        });
        var text = $"{imprint.Name} — {t["Ma Gazette"]}\n{date}\n\n{EditionText.Greeting}\n\n{EditionText.Blocks}-- \n"
            + $"{t["Gérer mes thèmes"]}\u00A0: {address.Of("/mon-compte/ma-gazette")}\n"
            + $"{t["Ne plus recevoir cette édition"]}\u00A0: {address.Of("/u/")}{EditionText.Token}\n\n{string.Join('\n', lines)}\n";
        return _frames[(local.Date, language)] = EditionText.Cut(html, text);
    }

    /// <summary>A line stays a line, whatever somebody typed.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

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

    /// <summary>"lundi 1er décembre 2026".</summary>
    private static string Date(DateTime local, Phrases t) => t.Language == Language.French && local.Day == 1
        ? local.ToString("dddd '1er' MMMM yyyy", t.Culture)
        : local.ToString("dddd d MMMM yyyy", t.Culture);

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One article in a mail.</summary>
public sealed record EditionBlock(string Html, string Text)
{
    /// <summary>As it goes over the wire, encoded once for all its readers.</summary>
    public WireBlock Wire => field ??= new WireBlock(QuotedPrintable.Encode(Html), QuotedPrintable.Encode(Text));
}

/// <summary>A part of a mail, encoded: of its HTML and of its text.</summary>
public sealed record WireBlock(ReadOnlyMemory<byte> Html, ReadOnlyMemory<byte> Text);

