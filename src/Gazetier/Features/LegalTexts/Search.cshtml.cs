using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>Legal texts by words, kind, state and year. Of what makes no sense in the address nothing is asked.</summary>
public class SearchModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "genre", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "etat", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "annee", SupportsGet = true)]
    public string? Year { get; set; }

    public LegalTextKind? Asked => LegalTextAddress.KindOf(Kind);

    public TextStanding? Standing => Enum.TryParse<TextStanding>(State, out var standing) && Enum.IsDefined(standing) ? standing : null;

    public int? AskedYear => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1700 and <= 2200 ? year : null;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<LegalText> Found { get; private set; } = [];

    public int Total { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Today = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel));
        var texts = db.LegalTexts.AsNoTracking().Published(now);
        Years = await texts.Select(t => t.SignedOn.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancel);
        Words = Shortened.To(200, Printable.Line(Words ?? ""));
        texts = texts.Matching(Words);
        texts = Asked is { } kind ? texts.Where(t => t.Kind == kind) : texts;
        texts = Standing is { } standing ? texts.Standing(standing, Today) : texts;
        texts = AskedYear is { } year ? texts.OfYear(year) : texts;
        Total = await texts.CountAsync(cancel);
        Found = await texts.WithStates().NewestFirst().Take(Most).ToListAsync(cancel);
    }
}
