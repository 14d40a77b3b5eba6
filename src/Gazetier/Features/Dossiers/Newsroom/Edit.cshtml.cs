using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Headings;
using Gazetier.Features.Headings.Newsroom;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Dossiers.Newsroom;

/// <summary>One dossier: its title, its address, its introduction, and whether parts are still added. Its articles have a page of their own.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public HeadingForm Form { get; set; } = new();

    /// <summary>What was done before: "cree", "enregistre", "fusionne".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = "ouvert")]
    public bool IsOpen { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = new HeadingForm { Name = Dossier.Title, Slug = Dossier.Slug, About = Dossier.Introduction };
        IsOpen = Dossier.IsOpen;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (await Form.ReadAsync(db, FollowKind.Dossier, Dossier.Id, ModelState, t, cancel) is not { } named)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                await db.ChangedAsync(FollowKind.Dossier, new Named(Dossier.Id, Dossier.Slug, Dossier.Title), named, clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, token);
                (Dossier.Slug, Dossier.Title, Dossier.Introduction, Dossier.IsOpen) = (named.Slug, named.Name, Form.About!, IsOpen);
            },
            cancel);
        return LocalRedirect(HeadingAddress.Newsroom(FollowKind.Dossier, named.Slug) + "?fait=enregistre");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel) =>
        (Dossier = (await db.Dossiers.FirstOrDefaultAsync(x => x.Slug == slug, cancel))!) is not null;
}
