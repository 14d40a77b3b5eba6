using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Clubs.Mine;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Questions.Mine;

/// <summary>A member's questions to the experts of a club: what became of each, and the next.</summary>
public class AskModel(GazetierDb db, AskExperts ask, TimeProvider clock, Phrases t) : MembersOnly(db, clock)
{
    private const int Most = 100;

    [BindProperty(Name = "objet")]
    public string? Subject { get; set; }

    [BindProperty(Name = "question")]
    public string? Text { get; set; }

    /// <summary>What was done before: "posee".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<ClubQuestion> Questions { get; private set; } = [];

    public string Here => ClubAddress.Mine(Club.Section.Slug, "questions");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await TurnAwayAsync(slug, cancel) is { } instead)
        {
            return instead;
        }

        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await TurnAwayAsync(slug, cancel) is { } instead)
        {
            return instead;
        }

        await ReadAsync(cancel);
        Check("objet", Subject, ClubQuestion.MaxSubject, t["Dites en une ligne ce que vous demandez."]);
        Check("question", Text, ClubQuestion.MaxText, t["Écrivez votre question."]);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        return await ask.RunAsync(Club, HttpContext.SignedIn()!.AccountId, Printable.Line(Subject!), Printable.Only(Text!).Trim(), cancel)
            ? LocalRedirect(Here + "?fait=posee")
            : this.Refused("", t["{0} de vos questions attendent déjà : la suivante pourra partir quand l’une aura sa réponse.", AskExperts.MostWaiting], StatusCodes.Status429TooManyRequests);
    }

    private void Check(string field, string? text, int longest, string missing)
    {
        if (Printable.Only(text ?? "").Trim().Length == 0)
        {
            ModelState.AddModelError(field, missing);
        }
        else
        {
            ModelState.Limit(field, text, longest, t);
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Questions = await Db.ClubQuestions.AsNoTracking().Include(q => q.Article).Where(q => q.ClubId == Club.SectionId && q.AccountId == me)
            .OrderByDescending(q => q.AskedAt).Take(Most).ToListAsync(cancel);
    }
}
