using System.ComponentModel.DataAnnotations;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Figures;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mine;

/// <summary>Ma Gazette: what a reader follows, when their edition leaves, and what it would hold now (G-08).</summary>
public class MaGazetteModel(
    GazetierDb db,
    Choices choices,
    FollowedArticles followed,
    SaveProfile save,
    ProfileNotices notices,
    Masthead masthead,
    CountReading count,
    TimeProvider clock) : PageModel
{
    public const int FirstHour = 5, LastHour = 20;

    [BindProperty]
    public string[] Themes { get; set; } = [];

    [BindProperty]
    public string[] Sections { get; set; } = [];

    [BindProperty]
    public string[] Dossiers { get; set; } = [];

    [BindProperty]
    public string[] Authors { get; set; } = [];

    [BindProperty]
    [EnumDataType(typeof(Frequency), ErrorMessage = "Choisissez quand recevoir votre édition.")]
    public Frequency Frequency { get; set; } = Frequency.EachMorning;

    [BindProperty]
    [EnumDataType(typeof(DayOfWeek), ErrorMessage = "Choisissez un jour de la semaine.")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

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
        var rhythm = await db.DigestRhythms.AsNoTracking().FirstOrDefaultAsync(r => r.AccountId == account, cancel);
        if (rhythm is not null)
        {
            (Frequency, Day, Hour) = (rhythm.Frequency, rhythm.Day, rhythm.Hour);
        }

        var follows = (await db.Follows.SubjectsOfAsync(account, cancel)).ToHashSet();
        Notice = await notices.OfAsync(asked, rhythm, follows.Count == 0, cancel);
        if (asked.Fait == "coche" && Notice?.Subject is { } ticked)
        {
            follows.Add(ticked);
        }

        await ShowAsync(follows, rhythm, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? apercu, CancellationToken cancel)
    {
        var follows = (await ChosenAsync(cancel)).ToHashSet();
        if (ModelState.IsValid && apercu is null)
        {
            var account = HttpContext.SignedIn()!.AccountId;
            var leaves = Frequency == Frequency.Never && await db.DigestRhythms.AnyAsync(r => r.AccountId == account && r.Frequency != Frequency.Never, cancel);
            await save.RunAsync(account, follows, Frequency, Hour, Day, cancel);
            if (leaves)
            {
                count.Left(Digest.List);
            }

            return LocalRedirect("/mon-compte/ma-gazette?fait=enregistre");
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(follows, rhythm: null, cancel);
        return Page();
    }

    public bool MayRead(ArticleCard card) =>
        Decision.Of(card.Asks, HttpContext.Reader().Rights, clock.GetUtcNow().UtcDateTime).MayReadAll;

    private async Task<IEnumerable<Subject>> ChosenAsync(CancellationToken cancel)
    {
        var chosen = new List<Subject>();
        foreach (var (kind, slugs) in new[] { (FollowKind.Theme, Themes), (FollowKind.Section, Sections), (FollowKind.Dossier, Dossiers), (FollowKind.Author, Authors) })
        {
            chosen.AddRange((await db.FindAsync(kind, slugs, cancel)).Select(named => new Subject(kind, named.Id)));
        }

        return chosen;
    }

    private async Task ShowAsync(HashSet<Subject> follows, DigestRhythm? rhythm, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var earliest = now - Digest.LooksBack;
        var first = now - new DigestRhythm { Frequency = Frequency }.Span;
        var since = rhythm is { Frequency: not Frequency.Never } ? rhythm.ReadUntil : first;
        Now = await masthead.NowAsync(cancel);
        Offered = await choices.LoadAsync(follows, cancel);
        FollowsNothing = follows.Count == 0;
        Edition = await followed.EditionAsync(follows, since < earliest ? earliest : since, now, cancel);
    }
}
