using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Deliveries.Newsroom;

/// <summary>What is being posted and what was: how far it is, how fast, and the three levers: pause, resume, stop.</summary>
[StaffMay(StaffAct.Post)]
public class IndexModel(GazetierDb db, Issues issues, Postings postings, Masthead masthead, Phrases t, TimeProvider clock) : PageModel
{
    public const string Here = "/redaction/envois";

    private const int Shown = 30;

    [BindProperty(Name = "envoi")]
    public Guid Issue { get; set; }

    /// <summary>"pause", "reprendre" or "arreter".</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Said { get; set; }

    public IReadOnlyList<Posting> Postings { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string? Done => Said switch
    {
        "pause" => t["L’envoi est suspendu : plus rien ne part avant qu’on le reprenne."],
        "reprendre" => t["L’envoi reprend dans la minute."],
        "arreter" => t["L’envoi est arrêté : ce qui n’était pas parti ne partira pas."],
        "fini" => t["Cet envoi était déjà terminé, ou dans cet état."],
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Postings = await postings.OfAsync(db.Issues.OrderByDescending(i => i.CreatedAt).Take(Shown), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Func<Guid, CancellationToken, Task<bool>>? act = Action switch
        {
            "pause" => issues.PauseAsync,
            "reprendre" => issues.ResumeAsync,
            "arreter" => issues.StopAsync,
            _ => null,
        };
        if (act is null || await postings.TitleAsync(Issue, cancel) is not { } title)
        {
            return NotFound();
        }

        var isDone = await act(Issue, cancel);
        if (isDone)
        {
            db.Record(clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, $"issue.{Action}", null, title);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect($"{Here}?fait={(isDone ? Action : "fini")}");
    }
}
