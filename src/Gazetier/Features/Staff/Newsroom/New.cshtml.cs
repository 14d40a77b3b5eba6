using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Adds somebody to the staff: a reader, or who has no account yet. A link is mailed to them.</summary>
[StaffMay(StaffAct.AppointStaff)]
[AsksFreshProof]
public class NewModel(GazetierDb db, OpenAccount open, AppointStaff appoint, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "nom")]
    public string? DisplayName { get; set; }

    [BindProperty(Name = "fonction")]
    public StaffRole? Role { get; set; }

    [BindProperty(Name = "rubrique")]
    public Guid[] InCare { get; set; } = [];

    public RoleForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Form = new RoleForm(Role, InCare, await masthead.SectionsAsync(cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var email = EmailAddress.Read(Email);
        var name = DisplayNames.Read(DisplayName);
        if (await ComplaintAsync(email, name, cancel) is var (field, complaint))
        {
            return this.Refused(field, complaint);
        }

        var account = await open.RunAsync(email!, name!, Language.French, cancel);
        return await appoint.RunAsync(HttpContext.SignedIn()!, account.Id, new Appointment(Role, InCare), cancel) is null
            ? LocalRedirect("/redaction/equipe?fait=ajout")
            : NotFound();
    }

    private async Task<(string Field, string Complaint)?> ComplaintAsync(string? email, string? name, CancellationToken cancel)
    {
        if (email is null)
        {
            return ("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        if (name is null or "")
        {
            return ("nom", t["Un nom d’une ligne, {0} caractères au plus : c’est sous ce nom que l’équipe lira ce qui a été fait.", DisplayNames.Longest]);
        }

        if (Role is not { } role || !Enum.IsDefined(role))
        {
            return ("fonction", t["Choisissez une fonction."]);
        }

        var key = EmailAddress.Key(email);
        return await db.Accounts.AnyAsync(a => a.NormalizedEmail == key && a.Role != null, cancel)
            ? ("email", t["Cette personne est déjà de l’équipe."])
            : null;
    }
}
