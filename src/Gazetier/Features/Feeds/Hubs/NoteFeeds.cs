using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Exams;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds.Hubs;

/// <summary>Reads off the change log which feeds may have changed. Where it stands is a row: what changed while nobody ran is not missed.</summary>
public class NoteFeeds(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    private const int Batch = 500;

    /// <returns>True: there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (await db.HubPositions.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancel) is not { } position)
        {
            // A hub that was named just now asks for what comes from now on. Of two nodes that are first, one is.
            var end = await db.Changes.MaxAsync(c => (long?)c.Id, cancel) ?? 0;
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "HubPositions" ("Id", "ChangeId") VALUES (1, {end}) ON CONFLICT ("Id") DO NOTHING""", cancel);
            return false;
        }

        var changes = await db.Changes.AsNoTracking().Where(c => c.Id > position.ChangeId).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancel);
        if (changes.Count == 0)
        {
            return false;
        }

        var pages = await PagesAsync([.. changes.SelectMany(c => c.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries))], cancel);
        await db.InTransactionAsync(token => NoteAsync(pages, position.ChangeId, changes[^1].Id, token), cancel);
        return changes.Count == Batch;
    }

    private async Task NoteAsync(IReadOnlyList<string> pages, long from, long to, CancellationToken cancel)
    {
        if (await db.HubPositions.Where(p => p.ChangeId == from).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangeId, to), cancel) == 0)
        {
            // Another node was quicker.
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.FeedPings.Where(p => pages.Contains(p.Page)).ToDictionaryAsync(p => p.Page, StringComparer.Ordinal, cancel);
        foreach (var page in pages)
        {
            if (known.TryGetValue(page, out var ping))
            {
                (ping.DueAt, ping.Attempts) = (now, 0);
            }
            else
            {
                db.FeedPings.Add(new FeedPing { Page = page, DueAt = now });
            }
        }
    }

    /// <summary>Pages whose feeds carry one of these tags. A section's articles stand in the feeds of those above it, too.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(HashSet<string> tags, CancellationToken cancel)
    {
        if (tags.Contains(ChangeLog.Everything))
        {
            tags.UnionWith([ArticleTags.Front, ExamTags.All, LegalTextTags.All, AnnouncementQueries.Tag, MagazineQueries.Tag]);
        }

        var sections = await masthead.SectionsAsync(cancel);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        pages.UnionWith(sections.Where(s => tags.Contains(ArticleTags.Section(s.Id))).SelectMany(s => sections.PathTo(s.Id)).Select(s => $"/rubriques/{s.Slug}/"));
        var (themes, dossiers, authors) = (Ids(tags, "theme:"), Ids(tags, "dossier:"), Ids(tags, "author:"));
        pages.UnionWith((await db.Themes.Where(t => themes.Contains(t.Id)).Select(t => t.Slug).ToListAsync(cancel)).Select(slug => $"/themes/{slug}/"));
        pages.UnionWith((await db.Dossiers.Where(d => dossiers.Contains(d.Id)).Select(d => d.Slug).ToListAsync(cancel)).Select(slug => $"/dossiers/{slug}/"));
        pages.UnionWith((await db.Authors.Where(a => authors.Contains(a.Id)).Select(a => a.Slug).ToListAsync(cancel)).Select(slug => $"/auteurs/{slug}/"));
        pages.UnionWith(tags.SelectMany(Whole));
        return [.. pages.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Whole(string tag) => tag switch
    {
        ArticleTags.Front => ["/", ArticleAddress.Corrections],
        ExamTags.All => ["/concours/"],
        LegalTextTags.All => [LegalTextAddress.All, .. Enum.GetValues<LegalTextKind>().Select(LegalTextAddress.Of)],
        AnnouncementQueries.Tag => [AnnouncementAddress.All, .. Enum.GetValues<AnnouncementKind>().Select(kind => AnnouncementAddress.Of(kind))],
        MagazineQueries.Tag => [MagazineQueries.Root],
        _ => [],
    };

    private static List<Guid> Ids(IEnumerable<string> tags, string kind) =>
        [.. tags.Where(tag => tag.StartsWith(kind, StringComparison.Ordinal)).Select(tag => Guid.TryParse(tag.AsSpan(kind.Length), out var id) ? id : Guid.Empty)];
}
