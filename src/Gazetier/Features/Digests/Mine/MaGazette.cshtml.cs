using System.ComponentModel.DataAnnotations;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Figures;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mine;

/// <summary>Ma Gazette: what a reader follows, when their edition leaves, and what it would hold now (G-08).</summary>
public class MaGazetteModel(
    GazetierDb db,
    Choices choices,
    FollowedArticles followed,
    ReadFollows read,
    SaveProfile save,
    ProfileNotices notices,
    Masthead masthead,
    CountReading count,
    TimeProvider clock) : PageModel
{
    public const int FirstHour = 5, LastHour = 20;

    [BindProperty]
    [EnumDataType(typeof(Frequency), ErrorMessage = "Choisissez quand recevoir votre édition.")]
    public Frequency Frequency { get; set; } = Frequency.EachMorning;

    [BindProperty]
    [EnumDataType(typeof(DayOfWeek), ErrorMessage = "Choisissez un jour de la semaine.")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>On which days the edition of each morning leaves.</summary>
    [BindProperty]
    public DayOfWeek[] Days { get; set; } = [];

    /// <summary>What was written and not understood stays in its field.</summary>
    [BindProperty]
    public string? NewPlaces { get; set; }

    [BindProperty]
    public string? NewKeywords { get; set; }

    [BindProperty]
    [Range(FirstHour, LastHour, ErrorMessage = "Choisissez une heure entre 5 h et 20 h.")]
    public int Hour { get; set; } = 7;

    public IReadOnlyDictionary<FollowKind, IReadOnlyList<Choice>> Offered { get; private set; } = null!;

    public IReadOnlyList<ArticleCard> Edition { get; private set; } = [];

    public DateTime Now { get; private set; }

    public Notice? Notice { get; private set; }

    public bool FollowsNothing { get; private set; }

    public async Task OnGetAsync([FromQuery] Asked asked, CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var rhythm = await db.DigestRhythms.AsNoTracking().FirstOrDefaultAsync(r => r.AccountId == account, cancel) ?? new DigestRhythm();
        (Frequency, Day, Hour, Days) = (rhythm.Frequency, rhythm.Day, rhythm.Hour, [.. Enum.GetValues<DayOfWeek>().Where(day => rhythm.Days.Has(day))]);
        List<Followed> follows = [.. await db.Follows.OfAsync(account, cancel)];
        Notice = await notices.OfAsync(asked, rhythm, follows.Count == 0, cancel);
        if (asked.Fait == "coche" && Notice?.Subject is { } ticked && !follows.Exists(f => f.Subject == ticked))
        {
            follows.Add(new Followed(ticked, FollowRhythm.EachMorning));
        }

        await ShowAsync(follows, rhythm, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? apercu, CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var profile = await read.RunAsync(Request.Form, await db.Follows.OfAsync(account, cancel), cancel);
        profile.Problems.ForEach(problem => ModelState.AddModelError(problem.Field, problem.Text));
        if (ModelState.IsValid && apercu is null)
        {
            await SaveAsync(account, await read.OpenAsync(profile, cancel), cancel);
            return LocalRedirect("/mon-compte/ma-gazette?fait=enregistre");
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(profile.Follows, new DigestRhythm { Frequency = Frequency.Never }, cancel);
        return Page();
    }

    public bool MayRead(ArticleCard card) =>
        Decision.Of(card.Asks, HttpContext.Reader().Rights, clock.GetUtcNow().UtcDateTime).MayReadAll;

    private async Task SaveAsync(Guid account, IReadOnlyCollection<Followed> follows, CancellationToken cancel)
    {
        var leaves = Frequency == Frequency.Never && await db.DigestRhythms.AnyAsync(r => r.AccountId == account && r.Frequency != Frequency.Never, cancel);
        await save.RunAsync(account, follows, new DigestChoice(Frequency, Hour, Day, Days.AsDays()), cancel);
        if (leaves)
        {
            count.Left(Digest.List);
        }
    }

    /// <param name="rhythm">Where the reader left off; of one that gets no edition, what the first would bring is shown.</param>
    private async Task ShowAsync(List<Followed> follows, DigestRhythm rhythm, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var earliest = now - Digest.LooksBack;
        var first = new DigestRhythm { Frequency = Frequency };
        var (since, weekly) = rhythm is { Frequency: not Frequency.Never, NextDueAt: not null }
            ? (rhythm.ReadUntil, rhythm.WeeklyReadUntil)
            : (now - first.Span, now.AddDays(-7));
        var wanted = follows.ConvertAll(f => (f.Subject, Since: f.Rhythm == FollowRhythm.Weekly && Frequency != Frequency.Weekly ? weekly : since));
        Now = await masthead.NowAsync(cancel);
        Offered = await choices.LoadAsync(follows, cancel);
        FollowsNothing = follows.Count == 0;
        Edition = await followed.EditionAsync(
            wanted.ConvertAll(w => new Wanted(w.Subject, w.Since < earliest ? earliest : w.Since)), now, HttpContext.Reader().Rights, cancel);
    }
}
