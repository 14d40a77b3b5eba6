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

namespace Gazetier.Features.Themes.Newsroom;

/// <summary>One theme: its name, its address, what is said of it.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public HeadingForm Form { get; set; } = new();

    /// <summary>What was done before: "cree", "enregistre", "fusionne".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Theme Theme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = new HeadingForm { Name = Theme.Name, Slug = Theme.Slug, About = Theme.Description };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (await Form.ReadAsync(db, FollowKind.Theme, Theme.Id, ModelState, t, cancel) is not { } named)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                await db.ChangedAsync(FollowKind.Theme, new Named(Theme.Id, Theme.Slug, Theme.Name), named, clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, token);
                (Theme.Slug, Theme.Name, Theme.Description) = (named.Slug, named.Name, Form.About!);
            },
            cancel);
        return LocalRedirect(HeadingAddress.Newsroom(FollowKind.Theme, named.Slug) + "?fait=enregistre");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel) =>
        (Theme = (await db.Themes.FirstOrDefaultAsync(x => x.Slug == slug, cancel))!) is not null;
}
