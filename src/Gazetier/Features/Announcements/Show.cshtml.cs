using Gazetier.Data;
using Gazetier.Features.Newsletters;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>One announcement. After its deadline it says so, and search engines are asked to forget it; one that was taken off is gone.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, PublicAddress address, TimeProvider clock) : PageModel
{
    public Announcement Announcement { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>JSON-LD; null for a tender, and for what has ended.</summary>
    public string? Posting { get; private set; }

    /// <summary>Of the official notice.</summary>
    public string Host => Uri.TryCreate(Announcement.Link, UriKind.Absolute, out var link) ? link.Host : "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(AnnouncementQueries.Tag);
        if (await db.Announcements.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.PublishedAt <= now, cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.WithdrawnAt is not null)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (Request.Path != found.Path)
        {
            return RedirectPermanent(found.Path);
        }

        Announcement = found;
        IsOpen = found.IsOpen(now);
        Html = LetterMarkup.Clean(found.Text);
        if (IsOpen)
        {
            HttpContext.Tags().ExpireAt(found.DeadlineAt);
            Posting = AnnouncementMetadata.Posting(found, Html, address.Of(found.Path));
        }

        return Page();
    }
}
