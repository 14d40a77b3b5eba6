using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts.Mails;

/// <summary>Makes the mails of an alert: one article, and what of the reader's follows brought it.</summary>
public class AlertMails(GazetierDb db, MailBlocks blocks, AssembleMails assemble, Masthead masthead, TimeProvider clock)
{
    /// <summary>The mails of a batch, which is of one issue. None for who left meanwhile, or follows it no more, or when the article was withdrawn.</summary>
    public async Task<IReadOnlyDictionary<Guid, WireMail>> ComposeAsync(IReadOnlyList<Delivery> batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var id = batch[0].ArticleIds()[0];
        var mails = new Dictionary<Guid, WireMail>(batch.Count);
        if (await db.Articles.Published(now).Where(a => a.Id == id).ToCards(now).FirstOrDefaultAsync(cancel) is not { } card)
        {
            return mails;
        }

        var readers = await ReadersAsync(batch, id, cancel);
        var rights = await db.RightsOfAsync(readers.ToDictionary(r => r.Key, r => r.Value.IsStaff), cancel);
        var assembly = await assemble.BeginAsync(Delivery.Alerts, cancel);
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, await masthead.ZoneAsync(cancel));
        foreach (var delivery in batch)
        {
            if (delivery.AccountId is { } account && readers.TryGetValue(account, out var reader))
            {
                var (language, mayRead) = (reader.Recipient.Language, Decision.Of(card.Asks, rights[account], now).MayReadAll);
                if (reader.Why(mayRead) is { } why)
                {
                    mails[delivery.Id] = assembly.Make(
                        delivery,
                        reader.Recipient,
                        card.Headline,
                        SubjectOf,
                        [blocks.Line(new Phrases(language)["Vient de paraître, dans ce que vous suivez : {0}", MailBlocks.OneLine(why)]), await blocks.ArticleAsync(card, mayRead, language)],
                        await blocks.FrameAsync(WordsOf(local, new Phrases(language)), language, cancel));
                }
            }
        }

        return mails;
    }

    private static string SubjectOf(string headline, Phrases t) => MailBlocks.Shorten(t["Alerte : {0}", MailBlocks.OneLine(French.TypesetText(headline))]);

    private static FrameWords WordsOf(DateTime local, Phrases t) => new(
        t["Alerte"],
        MailBlocks.Date(local, t),
        t["Vous recevez cette alerte parce que vous avez demandé à l’apprendre tout de suite."],
        t["Régler mes alertes"],
        AlertLists.Settings,
        t["Ne plus recevoir d’alertes"]);

    private async Task<Dictionary<Guid, AlertReader>> ReadersAsync(IReadOnlyList<Delivery> batch, long article, CancellationToken cancel)
    {
        var ids = batch.Where(d => d.AccountId != null).Select(d => d.AccountId!.Value).ToArray();
        var lists = await db.Listings.AsNoTracking().Where(l => l.ArticleId == article).Select(l => l.ListId).ToHashSetAsync(cancel);
        List<Guid> subjects = [.. lists, .. lists.Select(Keyword.WithheldOf)];
        var follows = (await db.Follows.AsNoTracking()
            .Where(f => ids.Contains(f.AccountId) && subjects.Contains(f.SubjectId) && f.Rhythm == FollowRhythm.AtOnce)
            .Where(f => !db.AlertSettings.Any(s => s.AccountId == f.AccountId && s.IsOff)).ToListAsync(cancel)).ToLookup(f => f.AccountId);
        var names = await db.NamesAsync(follows.SelectMany(of => of), cancel);
        var readers = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.DisplayName, a.Language, IsStaff = a.Role != null }).ToListAsync(cancel);
        return readers.Where(r => follows[r.Id].Any()).ToDictionary(
            r => r.Id,
            r => new AlertReader(
                new Recipient(r.Id, r.DisplayName, LanguageOfRequest.FromCode(r.Language)),
                [.. follows[r.Id].Select(f => (f.Label ?? names.GetValueOrDefault(f.SubjectId) ?? "", IsWithheld: !lists.Contains(f.SubjectId)))],
                r.IsStaff));
    }

    /// <param name="Follows">What of their follows brought it, by name; and whether its words stand in the withheld part alone.</param>
    private sealed record AlertReader(Recipient Recipient, IReadOnlyList<(string Name, bool IsWithheld)> Follows, bool IsStaff)
    {
        /// <summary>What brought it, as far as they may know: which of their words stand in what they may not read is told to nobody (0029). Null: nothing.</summary>
        public string? Why(bool mayRead)
        {
            var told = Follows.Where(follow => mayRead || !follow.IsWithheld).Select(follow => follow.Name).ToList();
            return told.Count == 0 ? null : string.Join(", ", told.Where(name => name.Length > 0).Order(French.Order));
        }
    }
}
