using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>One of the staff: role, sections, what proves them, where they are signed in.</summary>
[StaffMay(StaffAct.AppointStaff)]
[AsksFreshProof]
public class PersonModel(GazetierDb db, AppointStaff appoint, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "fonction")]
    public StaffRole? Role { get; set; }

    [BindProperty(Name = "rubrique")]
    public Guid[] InCare { get; set; } = [];

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Account Person { get; private set; } = null!;

    public RoleForm Form { get; private set; } = null!;

    public FactorsOfAccount Factors { get; private set; } = null!;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool IsMe => Person.Id == HttpContext.SignedIn()!.AccountId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        var inCare = await db.StaffSections.Where(c => c.AccountId == id).Select(c => c.SectionId).ToListAsync(cancel);
        Form = Form with { Role = person.Role, InCare = inCare };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is null)
        {
            return NotFound();
        }

        if (Role is not { } role || !Enum.IsDefined(role))
        {
            return this.Refused("fonction", t["Choisissez une fonction."]);
        }

        var refusal = await appoint.RunAsync(HttpContext.SignedIn()!, id, new Appointment(role, InCare), cancel);
        return refusal is { } why ? this.Refused("", Refusals.Say(why, t)) : LocalRedirect("/redaction/equipe?fait=fonction");
    }

    private async Task<Account?> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Role != null, cancel) is not { } person)
        {
            return null;
        }

        Person = person;
        Form = new RoleForm(Role, InCare, await masthead.SectionsAsync(cancel));
        Factors = await db.FactorsAsync(id, cancel);
        Zone = await masthead.ZoneAsync(cancel);
        Sessions = await db.Sessions.AsNoTracking().Open(clock.GetUtcNow().UtcDateTime).Where(s => s.AccountId == id).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
        return person;
    }
}
