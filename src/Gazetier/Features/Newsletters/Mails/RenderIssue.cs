using Gazetier.Features.Access;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Newsletters.Mails;

/// <summary>
/// Renders the blocks of issues for mails, once for each class of access and language, and keeps them for one posting. What a
/// reader may not read is in no block that they get.
/// </summary>
public class RenderIssue(MailPages pages, MailBlocks blocks, PublicAddress address, Masthead masthead)
{
    private readonly Dictionary<(Guid Block, bool MayRead, Language Language), IReadOnlyList<MailBlock>> _kept = [];

    /// <summary>What one reader gets, in order.</summary>
    /// <param name="now">UTC.</param>
    public async Task<IReadOnlyList<MailBlock>> PartsAsync(IssueContent content, Rights rights, DateTime now, Language language)
    {
        var parts = new List<MailBlock>();
        foreach (var block in content.Blocks)
        {
            var mayRead = !block.Block.ForSubscribers || Decision.Of(content.Newsletter.Asks, rights, now).MayReadAll;
            parts.AddRange(await BlockAsync(block, mayRead, language));
            foreach (var card in block.Cards)
            {
                parts.Add(await blocks.ArticleAsync(card, Decision.Of(card.Asks, rights, now).MayReadAll, language));
            }
        }

        return parts;
    }

    /// <summary>What stands around the blocks.</summary>
    /// <param name="at">UTC; when it leaves.</param>
    /// <param name="webPath">Where it is on the site; null: not yet.</param>
    public async Task<FrameText> FrameAsync(IssueContent content, DateTime at, string? webPath, Language language, CancellationToken cancel)
    {
        var t = new Phrases(language);
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, await masthead.ZoneAsync(cancel));
        var words = new FrameWords(
            Plain(content.Newsletter.Name),
            content.Issue.Number is { } number ? t["N° {0}, {1}", number, MailBlocks.Date(local, t)] : MailBlocks.Date(local, t),
            t["Vous recevez cette lettre parce que vous vous y êtes inscrit(e)."],
            t["Gérer mes lettres"],
            "/mon-compte/lettres",
            t["Ne plus recevoir cette lettre"],
            webPath,
            content.Issue.Preheader.Length > 0 ? Plain(content.Issue.Preheader) : null);
        return await blocks.FrameAsync(words, language, cancel);
    }

    public static string SubjectOf(string subject, Phrases t) => MailBlocks.Shorten(MailBlocks.OneLine(French.TypesetText(subject)));

    /// <summary>The frame has holes of its own: what was typed makes none.</summary>
    private static string Plain(string typed) => MailBlocks.OneLine(French.TypesetText(typed)).Replace("{{", "{ {", StringComparison.Ordinal);

    /// <summary>A block without its articles: for these, what stands above them.</summary>
    private async Task<IReadOnlyList<MailBlock>> BlockAsync(BlockContent content, bool mayRead, Language language)
    {
        var key = (content.Block.Id, mayRead, language);
        if (!_kept.TryGetValue(key, out var made))
        {
            _kept[key] = made = content.Block is { Kind: NewsletterBlockKind.Articles, Title: "" } ? [] : [await MakeAsync(content, mayRead, new Phrases(language))];
        }

        return made;
    }

    private async Task<MailBlock> MakeAsync(BlockContent content, bool mayRead, Phrases t)
    {
        var html = await pages.RenderAsync<LetterBlock>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(LetterBlock.Content)] = content,
            [nameof(LetterBlock.MayRead)] = mayRead,
            [nameof(LetterBlock.Root)] = address.Root,
            [nameof(LetterBlock.T)] = t,
        });
        return new MailBlock(html, TextOf(content, mayRead, t));
    }

    private string TextOf(BlockContent content, bool mayRead, Phrases t)
    {
        var block = content.Block;
        var lines = new List<string>();
        if (block.Kind == NewsletterBlockKind.Partner)
        {
            lines.Add($"[{block.Label.Name(t)}\u00A0: {MailBlocks.OneLine(block.Advertiser)}]");
        }

        if (block.Title.Length > 0)
        {
            lines.Add(MailBlocks.OneLine(French.TypesetText(block.Title)).ToUpper(t.Culture));
        }

        if (!mayRead)
        {
            lines.Add($"{t["Cette partie est réservée aux abonnés."]} {address.Of("/abonnement/")}");
        }
        else
        {
            if (content.Picture is { } picture)
            {
                lines.Add(content.AlternativeText.Length > 0 ? $"[{t["Image"]}\u00A0: {MailBlocks.OneLine(content.AlternativeText)} — {MailBlocks.OneLine(picture.Credit)}]" : $"[{MailBlocks.OneLine(picture.Credit)}]");
            }

            lines.Add(LetterMarkup.ForText(French.Typeset(block.Html), address.Root));
            lines.Add(block.Link);
        }

        return string.Join('\n', lines.Where(line => line.Length > 0)) + "\n\n";
    }
}
