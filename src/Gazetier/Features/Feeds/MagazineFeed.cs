using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>The issues of the magazine as a feed: cover, title and what the contents name, which all may see; never a text.</summary>
public class MagazineFeed(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    private const int Named = 12;

    public async Task<Feed> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (t, now) = (Phrases.OfPaper, clock.GetUtcNow().UtcDateTime);
        var issues = await db.PrintIssues.AsNoTracking().Published(now).WithContents().NewestFirst().Take(FeedSource.Length).ToListAsync(cancel);
        context.Tags().Add(Masthead.Tag, MagazineQueries.Tag);
        await context.ExpireAtNextEndOfRightsAsync(db, now, cancel);
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. issues.Select(issue => EntryOf(issue, now, t))];
        return new Feed
        {
            Title = $"{t["Magazine"]} — {newspaper}",
            Description = t["Les numéros imprimés : leur couverture, leur sommaire, et pour les abonnés leurs pages et leur PDF."],
            Url = address.Of(MagazineQueries.Root),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries.Max(entry => entry.UpdatedAt) : now,
        };
    }

    private FeedEntry EntryOf(PrintIssue issue, DateTime now, Phrases t)
    {
        var number = t["n° {0}", issue.Number];
        var named = issue.Entries.Take(Named).Select(entry => entry.Title);
        var card = FeedCard.Of(
            Format.News,
            number,
            $"{number} — {French.TypesetText(issue.Title)}",
            French.TypesetText(string.Join(" · ", named.Prepend(issue.Summary).Where(part => part.Length > 0))),
            issue.PublishedAt!.Value,
            issue.ChangedAt,
            new Named(Guid.Empty, "magazine", t["Magazine"]));
        var cover = issue.Cover?.MayBeShown(now) == true ? issue.Cover : null;
        var picture = cover is null ? null : LargePicture.Of(cover.Key, cover.Width, cover.Height, cover.Credit, cover.AlternativeText, address) with { IsMachineMade = cover.IsMachineMade };
        return new FeedEntry(card, address.Of(FormattableString.Invariant($"{MagazineQueries.Root}#{issue.Id:N}")), address.Of(issue.Path), picture, Content: null);
    }
}
