using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements.Mails;

/// <summary>Makes the mails about kept searches. What was taken off or ended since it was found is left out; a mail without anything is none.</summary>
public class AnnouncementMails(GazetierDb db, MailBlocks blocks, AssembleMails assemble, Masthead masthead, PublicAddress address, HtmlEncoder encoder, TimeProvider clock)
{
    /// <summary>In one mail; the rest is said by its number.</summary>
    private const int Shown = 30;

    private readonly Dictionary<(long Announcement, Language Language), MailBlock> _told = [];

    /// <summary>The mails of a batch, which is of one issue. None for who left meanwhile.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var (now, zone) = (clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var (readers, news) = (await ReadersAsync(batch, cancel), await NewsAsync(batch, now, cancel));
        var assembly = await assemble.BeginAsync(AnnouncementLists.List, cancel);
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        foreach (var delivery in batch)
        {
            if (delivery.AccountId is { } account && readers.TryGetValue(account, out var reader) && news.TryGetValue(account, out var found))
            {
                var t = new Phrases(reader.Language);
                var frame = await blocks.FrameAsync(WordsOf(TimeZoneInfo.ConvertTimeFromUtc(now, zone), t), reader.Language, cancel);
                MailBlock[] told = [.. found.Take(Shown).Select(a => Block(a, t, zone)), .. More(found.Count - Shown, t)];
                mails[delivery.Id] = assembly.Make(delivery, reader, HeadlineOf(found, t), (headline, _) => MailBlocks.Shorten(headline), told, frame);
            }
        }

        return mails;
    }

    private static string HeadlineOf(List<Announcement> found, Phrases t) =>
        $"{t.Plural(found.Count, "{0} nouvelle annonce", "{0} nouvelles annonces")} : {MailBlocks.OneLine(French.TypesetText(found[0].Title))}";

    private static FrameWords WordsOf(DateTime local, Phrases t) => new(
        t["Annonces"],
        MailBlocks.Date(local, t),
        t["Vous recevez ce message parce que vous gardez une recherche d’annonces."],
        t["Gérer mes recherches"],
        AnnouncementAddress.Mine,
        t["Ne plus recevoir ces annonces"]);

    private MailBlock Block(Announcement announcement, Phrases t, TimeZoneInfo zone)
    {
        if (_told.TryGetValue((announcement.Id, t.Language), out var block))
        {
            return block;
        }

        var (kind, title, url) = (announcement.Kind.Name(t), MailBlocks.OneLine(French.TypesetText(announcement.Title)), address.Of(announcement.Path));
        var (who, until) = (MailBlocks.OneLine(announcement.Who()), t["Jusqu’au {0}", t.Moment(announcement.DeadlineAt, zone)]);
        return _told[(announcement.Id, t.Language)] = new MailBlock(
            $"""
            <tr><td class="rule" style="padding:20px 0;border-top:1px solid #d8d2c5">
            <p class="accent" style="margin:0 0 6px;font:600 14px/1.35 Arial,sans-serif;color:#a3241b">{encoder.Encode(kind)}</p>
            <h2 class="ink" style="margin:0;font:500 22px/1.2 Georgia,serif"><a href="{encoder.Encode(url)}" style="color:#1b1916;text-decoration:none">{encoder.Encode(title)}</a></h2>
            <p class="ink" style="margin:8px 0 0;font:17px/1.42 Georgia,serif;color:#1b1916">{encoder.Encode(who)}</p>
            <p class="ink" style="margin:8px 0 0;font:600 14px/1.45 Arial,sans-serif;color:#1b1916">{encoder.Encode(until)}</p>
            </td></tr>

            """,
            $"{kind}\n{title}\n{who}\n{until}\n{t["Voir l’annonce"]}\u00A0: {url}\n\n");
    }

    private IEnumerable<MailBlock> More(int others, Phrases t)
    {
        if (others > 0)
        {
            var (said, url) = (t.Plural(others, "Et {0} autre annonce sur le site", "Et {0} autres annonces sur le site"), address.Of(AnnouncementAddress.All));
            yield return new MailBlock(
                $"""<tr><td class="rule" style="padding:20px 0;border-top:1px solid #d8d2c5"><p class="accent" style="margin:0;font:14px/1.45 Arial,sans-serif"><a href="{encoder.Encode(url)}" style="color:#a3241b">{encoder.Encode(said)}</a></p></td></tr>""",
                $"{said}\u00A0: {url}\n\n");
        }
    }

    private async Task<Dictionary<Guid, List<Announcement>>> NewsAsync(IReadOnlyList<Delivery> batch, DateTime now, CancellationToken cancel)
    {
        var (issue, accounts) = (batch[0].IssueId, batch.Select(d => d.AccountId).OfType<Guid>().ToArray());
        var told = await db.AnnouncementsTold.AsNoTracking().Where(t => t.IssueId == issue && accounts.Contains(t.AccountId)).Select(t => new { t.AccountId, t.AnnouncementId }).ToListAsync(cancel);
        var ids = told.Select(t => t.AnnouncementId).Distinct().ToArray();
        var open = await db.Announcements.AsNoTracking().Open(now).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return told.Where(t => open.ContainsKey(t.AnnouncementId)).GroupBy(t => t.AccountId)
            .ToDictionary(t => t.Key, t => t.Select(one => open[one.AnnouncementId]).OrderBy(a => a.Kind).ThenBy(a => a.DeadlineAt).ThenBy(a => a.Id).ToList());
    }

    private async Task<Dictionary<Guid, Recipient>> ReadersAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var found = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && db.AnnouncementAlerts.Any(x => x.AccountId == a.Id && !x.IsOff))
            .Select(a => new { a.Id, a.DisplayName, a.Language }).ToListAsync(cancel);
        return found.ToDictionary(a => a.Id, a => new Recipient(a.Id, a.DisplayName, LanguageOfRequest.FromCode(a.Language)));
    }
}
