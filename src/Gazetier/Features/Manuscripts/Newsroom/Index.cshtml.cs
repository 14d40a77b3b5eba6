using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>All articles, as the newsroom sees them: what is worked on, what is out, what was taken off.</summary>
[StaffMay(StaffAct.Write)]
public class IndexModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    private const int PageSize = 30;

    /// <summary>"encours" (the default), "parus", "retires".</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "rubrique", SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty(Name = "etape", SupportsGet = true)]
    public Stage? Stage { get; set; }

    [BindProperty(Name = "qui", SupportsGet = true)]
    public Guid? Writer { get; set; }

    public int Number { get; private set; } = 1;

    public IReadOnlyList<ManuscriptLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public IReadOnlyList<Choice> Writers { get; private set; } = [];

    public DateTime Now { get; private set; }

    public bool IsInProgress => View is not ("parus" or "retires");

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Section is not null || Stage is not null || Writer is not null;

    public string Title => View switch { "parus" => t["Articles parus"], "retires" => t["Articles retirés"], _ => t["Articles en cours"] };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        // "page" is a word of the router's own: a property bound to it would get the name of this file.
        Number = Math.Clamp(GiveKeptPage.PageNumber(Request), 1, 10_000);
        Sections = (await Choices.ReadAsync(db, cancel)).Sections;
        Writers = await Choices.WritersAsync(db, cancel);
        var lines = await Asked().Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = lines.Count > PageSize;
        Lines = lines.Take(PageSize).ToList();
    }

    /// <summary>This page again, with another number.</summary>
    public string At(int number) =>
        "?" + string.Join('&', new[] { ("vue", View), ("q", Query), ("rubrique", Section?.ToString()), ("etape", Stage?.ToString()), ("qui", Writer?.ToString()), ("page", $"{number}") }
            .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    private IQueryable<ManuscriptLine> Asked() => IsInProgress
        ? db.Manuscripts.AsNoTracking().InProgress().At(Stage).In(Section).Of(Writer).Called(Query).LastTouchedFirst().ToLines()
        : db.Articles.AsNoTracking().Seen(View == "parus").In(Section).Called(Query).ToLines(db);
}
