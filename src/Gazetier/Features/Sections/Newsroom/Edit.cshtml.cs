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

namespace Gazetier.Features.Sections.Newsroom;

/// <summary>One section: its name, its address, what is said of it, and under which it lies. Where it lies is no part of its address.</summary>
[StaffMay(StaffAct.Govern)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public HeadingForm Form { get; set; } = new();

    /// <summary>What was done before: "cree", "enregistre", "fusionne".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null at the top of the tree.</summary>
    [BindProperty(Name = "parent")]
    public Guid? Parent { get; set; }

    public IReadOnlyList<Section> All { get; private set; } = [];

    public Section Section { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = new HeadingForm { Name = Section.Name, Slug = Section.Slug, About = Section.Description };
        Parent = Section.ParentId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (!All.MayLieUnder(Section.Id, Parent))
        {
            ModelState.AddModelError("parent", t["Une rubrique ne peut pas être rangée sous elle-même, ni sous une rubrique qu’elle contient."]);
        }

        if (await Form.ReadAsync(db, FollowKind.Section, Section.Id, ModelState, t, cancel) is not { } named)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                await db.ChangedAsync(FollowKind.Section, new Named(Section.Id, Section.Slug, Section.Name), named, clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, token);
                (Section.Slug, Section.Name, Section.Description) = (named.Slug, named.Name, Form.About!);
                if (Section.ParentId != Parent)
                {
                    (Section.ParentId, Section.Position) = (Parent, All.Where(other => other.ParentId == Parent).Select(other => other.Position).DefaultIfEmpty().Max() + 1);
                }
            },
            cancel);
        return LocalRedirect(HeadingAddress.Newsroom(FollowKind.Section, named.Slug) + "?fait=enregistre");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        All = await db.Sections.AsNoTracking().OrderBy(x => x.Position).ThenBy(x => x.Name).ToListAsync(cancel);
        return (Section = (await db.Sections.FirstOrDefaultAsync(x => x.Slug == slug, cancel))!) is not null;
    }
}
