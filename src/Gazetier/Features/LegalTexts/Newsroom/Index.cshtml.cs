using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>The newsroom's list of legal texts, drafts too.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>How many an import added just before.</summary>
    [BindProperty(Name = "importes", SupportsGet = true)]
    public string? Imported { get; set; }

    public int? Added => int.TryParse(Imported, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsAsked => !string.IsNullOrWhiteSpace(Words) || LegalTextAddress.KindOf(Kind) is not null;

    public IReadOnlyList<LegalText> Texts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, int> Articles { get; private set; } = new Dictionary<Guid, int>();

    public int Total { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        Words = Shortened.To(200, Printable.Line(Words ?? ""));
        var texts = db.LegalTexts.AsNoTracking().Matching(Words);
        texts = LegalTextAddress.KindOf(Kind) is { } kind ? texts.Where(t => t.Kind == kind) : texts;
        Total = await texts.CountAsync(cancel);
        Texts = await texts.WithStates().NewestFirst().Take(Most).ToListAsync(cancel);
        List<Guid> ids = [.. Texts.Select(text => text.Id)];
        Articles = await db.Listings.Where(l => ids.Contains(l.ListId)).GroupBy(l => l.ListId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }
}
