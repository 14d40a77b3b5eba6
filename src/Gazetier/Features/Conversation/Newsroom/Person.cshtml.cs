using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>What one person wrote and what was decided about them; measures, each with its reasons. The address is not shown: moderating needs none.</summary>
[StaffMay(StaffAct.Moderate)]
public class PersonModel(GazetierDb db, RestrictPerson restrict, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const int Most = 50;

    /// <summary>A measure, or "lever:" with its id.</summary>
    [BindProperty(Name = "acte")]
    public string? Deed { get; set; }

    [BindProperty(Name = "fondement")]
    public RestrictionGround Ground { get; set; }

    [BindProperty(Name = "faits")]
    public string? Facts { get; set; }

    /// <summary>Last day of a suspension.</summary>
    [BindProperty(Name = "jusqu-au")]
    public DateOnly? Until { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    public IReadOnlyDictionary<CommentState, int> Counts { get; private set; } = new Dictionary<CommentState, int>();

    public IReadOnlyList<Restriction> Measures { get; private set; } = [];

    public DateTime Now { get; private set; }

    public bool IsStaff { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var staff = HttpContext.SignedIn()!;
        if (Deed?.StartsWith("lever:", StringComparison.Ordinal) == true)
        {
            return Guid.TryParse(Deed.AsSpan(6), out var measure) && Measures.Any(m => m.Id == measure) && await restrict.LiftAsync(measure, staff, cancel)
                ? LocalRedirect($"{ConversationAddress.Newsroom}/personnes/{id}?fait=levee")
                : this.Refused("", t["Cette mesure avait déjà pris fin."]);
        }

        var until = await UntilAsync(cancel);
        if (Kind() is not { } kind || !IsRight(kind, until))
        {
            return this.Refused();
        }

        return await restrict.RunAsync(id, kind, until, Ground, Kept(), staff, cancel)
            ? LocalRedirect($"{ConversationAddress.Newsroom}/personnes/{id}?fait=prise")
            : this.Refused("", t["Cette mesure est déjà en cours."]);
    }

    private string Kept() => Printable.Only(Facts ?? "").ReplaceLineEndings("\n").Trim();

    private RestrictionKind? Kind()
    {
        if (Enum.TryParse<RestrictionKind>(Deed, out var kind) && kind is RestrictionKind.Warned or RestrictionKind.PreModerated or RestrictionKind.Suspended or RestrictionKind.Barred)
        {
            return kind;
        }

        ModelState.AddModelError("", t["Choisissez une mesure."]);
        return null;
    }

    private bool IsRight(RestrictionKind kind, DateTime? until)
    {
        if (Kept().Length is 0 or > Restriction.MaxFacts || !Enum.IsDefined(Ground))
        {
            ModelState.AddModelError("faits", t["Écrivez les faits, que la personne lira, en {0} signes au plus.", Restriction.MaxFacts]);
        }

        if (kind == RestrictionKind.Suspended && !(until > Now))
        {
            ModelState.AddModelError("jusqu-au", t["Choisissez un jour à venir."]);
        }

        return ModelState.IsValid;
    }

    /// <summary>The end of the day that was chosen, on the newspaper's clock.</summary>
    private async Task<DateTime?> UntilAsync(CancellationToken cancel) =>
        Until is { Year: < 9000 } day ? LocalMoment.StartOf(day.AddDays(1), await masthead.ZoneAsync(cancel)) : null;

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.DisplayName, a.Role }).FirstOrDefaultAsync(cancel) is not { } person)
        {
            return false;
        }

        (Id, Now, IsStaff) = (id, clock.GetUtcNow().UtcDateTime, person.Role is not null);
        var own = db.Comments.AsNoTracking().Where(c => c.AccountId == id);
        Comments = await own.Include(c => c.Article).OrderByDescending(c => c.PostedAt).Take(Most).ToListAsync(cancel);
        Counts = await own.GroupBy(c => c.State).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancel);
        Measures = await db.Restrictions.AsNoTracking().Where(r => r.AccountId == id).OrderByDescending(r => r.At).Take(Most).ToListAsync(cancel);
        Name = Comments.Count > 0 ? Comments[0].Name : person.DisplayName.Length > 0 ? person.DisplayName : t["Un lecteur"];
        return true;
    }
}
