using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>The newest legal texts as a feed, of all kinds or of one: what identifies them and what they are worth, never the summary.</summary>
public class LegalTextsFeed(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    public async Task<Feed?> ReadAsync(LegalTextKind? kind, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (t, now, zone) = (Phrases.OfPaper, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var today = LocalMoment.DayOf(now, zone);
        var texts = await db.LegalTexts.AsNoTracking().Published(now).Where(x => kind == null || x.Kind == kind).WithStates()
            .OrderByDescending(x => x.AppearedAt).ThenByDescending(x => x.SignedOn).ThenByDescending(x => x.Id).Take(FeedSource.Length).ToListAsync(cancel);
        context.Tags().Add([Masthead.Tag, LegalTextTags.All]);
        context.Tags().ExpireAt(masthead.NextMidnight(zone));
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. texts.Select(text => EntryOf(text, today, t))];
        var name = kind is { } one ? one.Plural(t) : t["Textes et décisions"];
        return new Feed
        {
            Title = $"{name} — {newspaper}",
            Description = name,
            Url = address.Of(kind is { } asked ? LegalTextAddress.Of(asked) : LegalTextAddress.All),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries.Max(entry => entry.UpdatedAt) : now,
        };
    }

    private FeedEntry EntryOf(LegalText text, DateOnly today, Phrases t)
    {
        var card = FeedCard.Of(
            Format.OfficialText,
            text.Reference,
            $"{French.TypesetText(text.Reference)} — {French.TypesetText(text.Title)}",
            text.StandingOn(today, t),
            text.AppearedAt!.Value,
            text.ChangedAt,
            new Named(Guid.Empty, LegalTextAddress.SlugOf(text.Kind), text.Kind.Plural(t)));
        return new FeedEntry(card, address.Of(FormattableString.Invariant($"{LegalTextAddress.All}#{text.Id:N}")), address.Of(text.Path), Picture: null, Content: null);
    }
}
