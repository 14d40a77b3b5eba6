using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Attachments.Newsroom;

/// <summary>Documents, films and sounds, found and brought. The form is taken by <see cref="UploadActions"/>.</summary>
[StaffMay(StaffAct.KeepPictures)]
public class IndexModel(GazetierDb db, Masthead masthead, Phrases t) : PageModel
{
    private const int PageSize = 40;
    private const int LongestQuery = 200;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public int Number { get; private set; } = 1;

    /// <summary>Why the file that was just sent was not taken.</summary>
    [BindProperty(Name = "refus", SupportsGet = true)]
    public AttachmentRefusal? Refusal { get; set; }

    [BindProperty(Name = "ligne", SupportsGet = true)]
    public int Line { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public AttachmentKind? Kind { get; set; }

    /// <summary>"supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public bool HasMore { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        // "page" is a word of the router's own: a property bound to it would get the name of this file.
        Number = Math.Clamp(GiveKeptPage.PageNumber(Request), 1, 10_000);
        Query = Query is { Length: > LongestQuery } ? Query[..LongestQuery] : Query;
        var words = Fold.Of(Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10);
        var asked = words.Aggregate(db.Attachments.AsNoTracking(), (found, word) => found.Where(a => a.NameFolded.Contains(word)));
        var page = await asked.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = page.Count > PageSize;
        Attachments = [.. page.Take(PageSize)];
        if (Refusal is { } reason)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("file", new AttachmentRefusedException(reason, "") { Kind = Kind, Line = Line }.Said(t));
        }
    }

    /// <summary>This page again, with another number.</summary>
    public string At(int number) => $"/redaction/fichiers?q={Uri.EscapeDataString(Query ?? "")}&page={number.ToString(CultureInfo.InvariantCulture)}";
}
