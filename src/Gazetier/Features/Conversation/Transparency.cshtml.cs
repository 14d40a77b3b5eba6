using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>The yearly report of moderation (DSA art. 15; L-60): sums, of a year on the newspaper's clock; nobody is named.</summary>
[PublicPage]
public class TransparencyModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>Before this newspaper there was no report.</summary>
    private const int First = 2024;

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool IsRunning { get; private set; }

    public YearOfModeration Sums { get; private set; } = new([], [], 0);

    public async Task<IActionResult> OnGetAsync(int? annee, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var current = TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, zone).Year;
        Year = annee ?? current;
        if (Year < First || Year > current)
        {
            return NotFound();
        }

        var (from, until) = (LocalMoment.StartOf(new DateOnly(Year, 1, 1), zone), LocalMoment.StartOf(new DateOnly(Year + 1, 1, 1), zone));
        var notices = await db.CommentNotices.AsNoTracking().Where(n => n.ReceivedAt >= from && n.ReceivedAt < until)
            .Select(n => new YearOfModeration.Notice(n.Reason, n.State, n.ReceivedAt, n.DecidedAt)).ToListAsync(cancel);
        var measures = await db.Restrictions.AsNoTracking().Where(r => r.At >= from && r.At < until)
            .Select(r => new YearOfModeration.Measure(r.Kind, r.Ground, r.IsAutomated, r.FollowsNotice, r.AppealedAt != null, r.AppealSucceeded)).ToListAsync(cancel);
        Sums = new(notices, measures, await db.Comments.CountAsync(c => c.PublishedAt >= from && c.PublishedAt < until, cancel));
        (IsRunning, Years) = (Year == current, await YearsAsync(current, zone, cancel));
        HttpContext.Tags().Add(Masthead.Tag);
        return Page();
    }

    /// <summary>From the first that has something to say.</summary>
    private async Task<IReadOnlyList<int>> YearsAsync(int current, TimeZoneInfo zone, CancellationToken cancel)
    {
        var first = await db.Comments.OrderBy(c => c.PostedAt).Select(c => (DateTime?)c.PostedAt).FirstOrDefaultAsync(cancel);
        var begun = first is { } at ? Math.Max(First, TimeZoneInfo.ConvertTimeFromUtc(at, zone).Year) : current;
        return [.. Enumerable.Range(begun, current - begun + 1).Reverse()];
    }
}
