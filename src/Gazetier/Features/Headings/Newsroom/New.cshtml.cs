using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Follows;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>Adds a theme, a dossier, an author or a section; its own page then asks for the rest.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class NewModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public HeadingForm Form { get; set; } = new();

    public FollowKind Kind { get; private set; }

    public IActionResult OnGet() => IsAllowed() ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsAllowed())
        {
            return Forbid();
        }

        if (await Form.ReadAsync(db, Kind, null, ModelState, t, cancel) is not { } named)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                db.Add(await MakeAsync(named, token));
                await db.ChangedAsync(Kind, null, named, clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, token);
            },
            cancel);
        return LocalRedirect(HeadingAddress.Newsroom(Kind, named.Slug) + "?fait=cree");
    }

    private bool IsAllowed()
    {
        Kind = HttpContext.HeadingKind();
        return Kind != FollowKind.Section || HttpContext.SignedIn()!.Role!.Value.May(StaffAct.Govern);
    }

    private async Task<object> MakeAsync(Named named, CancellationToken cancel) => Kind switch
    {
        FollowKind.Theme => new Theme { Id = named.Id, Slug = named.Slug, Name = named.Name, Description = Form.About! },
        FollowKind.Dossier => new Dossier { Id = named.Id, Slug = named.Slug, Title = named.Name, Introduction = Form.About! },
        FollowKind.Author => new Author { Id = named.Id, Slug = named.Slug, Name = named.Name, Biography = Form.About! },
        _ => new Section
        {
            Id = named.Id,
            Slug = named.Slug,
            Name = named.Name,
            Description = Form.About!,
            Position = 1 + (await db.Sections.Where(s => s.ParentId == null).MaxAsync(s => (int?)s.Position, cancel) ?? 0),
        },
    };
}
