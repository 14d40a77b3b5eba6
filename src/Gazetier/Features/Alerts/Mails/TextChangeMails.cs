using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Follows;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts.Mails;

/// <summary>Makes the mails that tell the followers of a legal text what became of it: what is open to all, and nothing of its summary.</summary>
public class TextChangeMails(GazetierDb db, MailBlocks blocks, AssembleMails assemble, Masthead masthead, PublicAddress address, HtmlEncoder encoder, TimeProvider clock)
{
    private readonly Dictionary<Language, MailBlock> _told = [];

    /// <summary>The mails of a batch, which is of one issue. None for who follows it no more, or when the change was taken back.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        if (await FindAsync(batch[0].IssueId, cancel) is not var (text, state))
        {
            return mails;
        }

        var (now, zone) = (clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var readers = await ReadersAsync(batch, text.Id, cancel);
        var assembly = await assemble.BeginAsync(Delivery.Alerts, cancel);
        _told.Clear();
        foreach (var delivery in batch)
        {
            if (delivery.AccountId is { } account && readers.TryGetValue(account, out var reader))
            {
                var language = reader.Language;
                if (!_told.TryGetValue(language, out var block))
                {
                    _told[language] = block = Block(text, state, LocalMoment.DayOf(now, zone), new Phrases(language));
                }

                var frame = await blocks.FrameAsync(WordsOf(TimeZoneInfo.ConvertTimeFromUtc(now, zone), new Phrases(language)), language, cancel);
                mails[delivery.Id] = assembly.Make(delivery, reader, text.Reference, SubjectOf, [block], frame);
            }
        }

        return mails;
    }

    private static string SubjectOf(string reference, Phrases t) => MailBlocks.Shorten(t["Un texte que vous suivez change : {0}", MailBlocks.OneLine(French.TypesetText(reference))]);

    private static FrameWords WordsOf(DateTime local, Phrases t) => new(
        t["Textes suivis"],
        MailBlocks.Date(local, t),
        t["Vous recevez ce message parce que vous suivez ce texte."],
        t["Gérer ce que je suis"],
        FollowActions.Settings,
        t["Ne plus recevoir d’alertes"]);

    private MailBlock Block(LegalText text, TextState state, DateOnly today, Phrases t)
    {
        var what = state.On > today ? state.ToCome(text.Kind, t) : t["{0} depuis le {1}", state.Standing.Name(text.Kind, t), t.Day(state.On)];
        what = state.By.Length > 0 ? t["{0}, par : {1}", what, MailBlocks.OneLine(state.By)] : what;
        var (title, reason, url) = (MailBlocks.OneLine(French.TypesetText(text.Title)), MailBlocks.OneLine(French.TypesetText(state.Reason)), address.Of(text.Path));
        return new MailBlock(
            $"""
            <tr><td class="rule" style="padding:20px 0;border-top:1px solid #d8d2c5">
            <p class="accent" style="margin:0 0 6px;font:600 14px/1.35 Arial,sans-serif;color:#a3241b">{encoder.Encode(French.TypesetText(text.Reference))}</p>
            <h2 class="ink" style="margin:0;font:500 22px/1.2 Georgia,serif"><a href="{encoder.Encode(url)}" style="color:#1b1916;text-decoration:none">{encoder.Encode(title)}</a></h2>
            <p class="ink" style="margin:8px 0 0;font:600 17px/1.42 Georgia,serif;color:#1b1916">{encoder.Encode(what)}</p>
            <p class="ink" style="margin:8px 0 0;font:17px/1.42 Georgia,serif;color:#1b1916">{encoder.Encode(reason)}</p>
            <p class="accent" style="margin:8px 0 0;font:14px/1.45 Arial,sans-serif"><a href="{encoder.Encode(url)}" style="color:#a3241b">{encoder.Encode(t["Voir le texte et les articles"])}</a></p>
            </td></tr>

            """,
            $"{MailBlocks.OneLine(text.Reference)}\n{title}\n{what}\n{reason}\n{t["Voir le texte et les articles"]}\u00A0: {url}\n\n");
    }

    private async Task<(LegalText Text, TextState State)?> FindAsync(Guid issue, CancellationToken cancel)
    {
        var key = await db.Issues.Where(i => i.Id == issue).Select(i => i.Key).FirstOrDefaultAsync(cancel);
        var id = Alert.StateOf(key ?? "");
        var state = await db.TextStates.AsNoTracking().Include(s => s.ByText).FirstOrDefaultAsync(s => s.Id == id, cancel);
        var text = state is null ? null : await db.LegalTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Id == state.LegalTextId, cancel);
        return text?.AppearedAt is null ? null : (text, state!);
    }

    private async Task<Dictionary<Guid, Recipient>> ReadersAsync(IReadOnlyList<Delivery> batch, Guid text, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var found = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Where(a => db.Follows.Any(f => f.AccountId == a.Id && f.Kind == FollowKind.LegalText && f.SubjectId == text))
            .Where(a => !db.AlertSettings.Any(s => s.AccountId == a.Id && s.IsOff))
            .Select(a => new { a.Id, a.DisplayName, a.Language }).ToListAsync(cancel);
        return found.ToDictionary(a => a.Id, a => new Recipient(a.Id, a.DisplayName, LanguageOfRequest.FromCode(a.Language)));
    }
}
