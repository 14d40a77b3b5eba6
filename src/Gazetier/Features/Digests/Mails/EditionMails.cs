using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Dkim;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mails;

/// <summary>
/// Makes the mails of an edition. What is the same for many is rendered once a posting: an article's block for each class
/// of access and language, the frame for each language. A reader's mail is assembled from them.
/// </summary>
public class EditionMails(
    GazetierDb db,
    EditionBlocks blocks,
    Masthead masthead,
    UnsubscribeLink links,
    SignMails sign,
    SecretKeys keys,
    PublicAddress address,
    NewspaperOptions options,
    HtmlEncoder encoder,
    TimeProvider clock)
{
    /// <summary>The mails of a batch. None for who left meanwhile, or whose articles were all withdrawn.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = batch.SelectMany(d => d.ArticleIds()).Distinct().ToArray();
        var cards = await db.Articles.Published(now).Where(a => ids.Contains(a.Id)).ToCards(now).ToDictionaryAsync(c => c.Id, cancel);
        var readers = await ReadersAsync(batch, cancel);
        var rights = await db.RightsOfAsync(readers.ToDictionary(r => r.Key, r => r.Value.IsStaff), cancel);
        var envelope = new Envelope(
            await links.ForAsync(Digest.List, cancel),
            await BounceAddress.LoadAsync(keys, options, cancel),
            new WireHeaders(Digest.List, address, options.Mail.From, clock.GetUtcNow()));
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        foreach (var delivery in batch)
        {
            var held = delivery.ArticleIds().Where(cards.ContainsKey).Select(id => cards[id]).ToList();
            if (delivery.AccountId is { } account && held.Count > 0 && readers.TryGetValue(account, out var reader))
            {
                var parts = new List<WireBlock>(held.Count);
                foreach (var card in held)
                {
                    parts.Add((await blocks.RenderAsync(card, Decision.Of(card.Asks, rights[account], now).MayReadAll, reader.Language)).Wire);
                }

                mails[delivery.Id] = Assemble(delivery, account, reader, held[0].Headline, parts, await FrameAsync(delivery.Issue, reader.Language, cancel), envelope);
            }
        }

        return mails;
    }

    private WireMail Assemble(
        Delivery delivery,
        Guid account,
        EditionReader reader,
        string headline,
        List<WireBlock> parts,
        EditionText frame,
        Envelope envelope)
    {
        var t = new Phrases(reader.Language);
        var name = EditionBlocks.OneLine(reader.Name);
        var greeting = name.Length == 0 ? t["Bonjour,"] : t["Bonjour {0},", name];
        var token = envelope.Token(account);
        var personal = QuotedPrintable.Encode(token);
        var head = envelope.Headers.Of(delivery, account, envelope.Headers.Subject(headline, reader.Language, SubjectOf), token);
        return sign.Sign(new WireMail(
            envelope.Bounce.Of(delivery.Id),
            delivery.Email,
            head,
            [
                envelope.Headers.Begin,
                .. Fill(frame, QuotedPrintable.Encode(greeting), parts, personal, block => block.Text),
                envelope.Headers.Between,
                .. Fill(frame, QuotedPrintable.Encode(encoder.Encode(greeting)), parts, personal, block => block.Html),
                envelope.Headers.End,
            ]));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Fill(
        EditionText frame,
        byte[] greeting,
        List<WireBlock> parts,
        byte[] token,
        Func<WireBlock, ReadOnlyMemory<byte>> part) =>
        [part(frame.Wire[0]), greeting, part(frame.Wire[1]), .. parts.Select(part), part(frame.Wire[2]), token, part(frame.Wire[3])];

    /// <summary>Those who still want it: who left between composing and posting gets nothing more.</summary>
    private async Task<Dictionary<Guid, EditionReader>> ReadersAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var readers = await db.DigestRhythms.AsNoTracking()
            .Where(r => ids.Contains(r.AccountId) && r.Frequency != Frequency.Never)
            .Select(r => new { r.AccountId, r.Account.DisplayName, r.Account.Language, IsStaff = r.Account.Role != null })
            .ToListAsync(cancel);
        return readers.ToDictionary(r => r.AccountId, r => new EditionReader(r.DisplayName, LanguageOfRequest.FromCode(r.Language), r.IsStaff));
    }

    private async Task<EditionText> FrameAsync(Issue issue, Language language, CancellationToken cancel) =>
        await blocks.FrameAsync(
            await masthead.ImprintAsync(cancel),
            TimeZoneInfo.ConvertTimeFromUtc(issue.CreatedAt, await masthead.ZoneAsync(cancel)),
            language);

    /// <param name="headline">Of the first article.</param>
    internal static string SubjectOf(string headline, Phrases t) => Shorten(t["Ma Gazette : {0}", EditionBlocks.OneLine(French.TypesetText(headline))]);

    /// <summary>Longer subjects are cut by the reader's screen, in the middle of a word.</summary>
    private static string Shorten(string subject)
    {
        const int longest = 90;
        if (subject.Length <= longest)
        {
            return subject;
        }

        var cut = subject.LastIndexOf(' ', longest - 1);
        return subject[..(cut > longest / 2 ? cut : longest - 1)].TrimEnd(' ', ',', ':', ';', '«', '\u00A0') + "…";
    }

    /// <summary>What the mails of a batch have in common.</summary>
    private sealed record Envelope(Func<Guid, string> Token, BounceAddress Bounce, WireHeaders Headers);

    private sealed record EditionReader(string Name, Language Language, bool IsStaff);
}
