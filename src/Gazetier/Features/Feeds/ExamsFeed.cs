using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Exams;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>The exams to come as a feed, those first that were announced or changed last.</summary>
public class ExamsFeed(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    public async Task<Feed?> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (t, now, zone) = (Phrases.OfPaper, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var today = LocalMoment.DayOf(now, zone);
        var exams = await db.Exams.AsNoTracking().Where(e => e.HeldOn >= today).OrderByDescending(e => e.ChangedAt).ThenBy(e => e.Slug).Take(FeedSource.Length).ToListAsync(cancel);
        context.Tags().Add([Masthead.Tag, ExamTags.All]);
        context.Tags().ExpireAt(masthead.NextMidnight(zone));
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. exams.Select(exam => EntryOf(exam, today, t))];
        return new Feed
        {
            Title = $"{t["Concours"]} — {newspaper}",
            Description = t["Les dates des concours de la fonction publique territoriale, et de quoi les préparer."],
            Url = address.Of("/concours/"),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries[0].UpdatedAt : now,
        };
    }

    private FeedEntry EntryOf(Exam exam, DateOnly today, Phrases t)
    {
        string[] said = [exam.PhaseOn(today).Name(t), exam.Registration(t), t["Épreuves : {0}", t.Day(exam.HeldOn)], exam.Organiser];
        var card = FeedCard.Of(
            Format.Guide,
            exam.Organiser,
            French.TypesetText(exam.Name),
            string.Join(" · ", said.Where(part => part.Length > 0)),
            exam.ChangedAt,
            null,
            new Named(Guid.Empty, "concours", t["Concours"]));
        var url = address.Of("/concours/#" + exam.Slug);
        return new FeedEntry(card, url, url, Picture: null, Content: null);
    }
}
