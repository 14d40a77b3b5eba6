using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Places;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements.Newsroom;

/// <summary>One announcement, or a new one; it is taken off, and put back, here.</summary>
[StaffMay(StaffAct.Publish)]
public class EditModel(GazetierDb db, OpenPlaces places, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string New = "nouvelle";

    [BindProperty(Name = "")]
    public AnnouncementForm Form { get; set; } = new();

    /// <summary>"retirer", "remettre"; else the form is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>What was done before: "enregistre", "retire", "remis".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null: a new one.</summary>
    public Announcement? Announcement { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Here => $"{AnnouncementAddress.Newsroom}/{Announcement?.Id.ToString(CultureInfo.InvariantCulture) ?? New}";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Announcement is null ? new AnnouncementForm() : AnnouncementForm.Of(Announcement, await masthead.ZoneAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return What is "retirer" or "remettre" && Announcement is { PublishedAt: not null } ? await MoveAsync(What == "retirer", cancel) : await SaveAsync(cancel);
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        if (Form.Read(await masthead.ZoneAsync(cancel), ModelState, t) is not { } written)
        {
            return this.Refused();
        }

        await places.RunAsync(written.PlaceId is { } place ? [place] : [], cancel);
        // Who opens a place at the same moment as another forgets what was read: it is read again.
        Announcement = Announcement is null ? null : await db.Announcements.FirstAsync(a => a.Id == Announcement.Id, cancel);
        var isNew = Announcement is null;
        var kept = Announcement ?? db.Announcements.Add(written).Entity;
        if (!isNew)
        {
            db.Entry(kept).Property(a => a.Version).OriginalValue = Form.Version;
            written.Fingerprint = kept.Fingerprint;
            kept.Copy(written, withDeadline: true);
        }

        (kept.ChangedAt, kept.PublishedAt) = (Now, kept.PublishedAt ?? (Form.IsPublished ? Now : null));
        Tell(kept, isNew ? "announcement.created" : "announcement.changed");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.Refused("", t["Quelqu’un a changé cette annonce entre-temps : ouvrez-la de nouveau, et reprenez vos changements."], StatusCodes.Status409Conflict);
        }

        Announcement = kept;
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private async Task<IActionResult> MoveAsync(bool isOff, CancellationToken cancel)
    {
        var found = Announcement!;
        await db.InTransactionAsync(
            async token =>
            {
                DateTime? at = isOff ? Now : null;
                if (await db.Announcements.Where(a => a.Id == found.Id && (a.WithdrawnAt == null) == isOff).ExecuteUpdateAsync(
                    a => a.SetProperty(x => x.WithdrawnAt, at).SetProperty(x => x.ChangedAt, Now).SetProperty(x => x.Version, x => x.Version + 1), token) == 1)
                {
                    Tell(found, isOff ? "announcement.withdrawn" : "announcement.restored");
                }
            },
            cancel);
        return LocalRedirect(Here + (isOff ? "?fait=retire" : "?fait=remis"));
    }

    private void Tell(Announcement announcement, string what)
    {
        db.Append(Now, what, AnnouncementQueries.Tag);
        db.Record(Now, HttpContext.SignedIn()!, what, detail: announcement.Title);
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancel)
    {
        if (id == New)
        {
            return true;
        }

        Announcement = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await db.Announcements.FirstOrDefaultAsync(a => a.Id == number, cancel) : null;
        return Announcement is not null;
    }
}
