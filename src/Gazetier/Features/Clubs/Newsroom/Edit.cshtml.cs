using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Newsroom;

/// <summary>One club: its look, its front page, its team, what makes one a member; opening and closing it.</summary>
[StaffMay(StaffAct.Govern)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public ClubForm Form { get; set; } = new();

    /// <summary>"defaire": it becomes a section like others again.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Club Club { get; private set; } = null!;

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public IReadOnlyList<Newsletter> Newsletters { get; private set; } = [];

    public IReadOnlyList<Named> Authors { get; private set; } = [];

    public string Here => "/redaction/clubs/" + Club.Section.Slug;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await ReadAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = ClubForm.Of(Club).WithRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await ReadAsync(slug, cancel))
        {
            return NotFound();
        }

        if (What == "defaire")
        {
            db.Clubs.Remove(Club);
            await SaveAsync("club.deleted", cancel);
            return LocalRedirect("/redaction/clubs");
        }

        var pins = await Form.CheckAsync(db, ModelState, t, cancel);
        CheckChoices();
        if (!ModelState.IsValid)
        {
            Form.WithRoom();
            return this.Refused();
        }

        Form.CopyTo(Club, pins, clock.GetUtcNow().UtcDateTime);
        await SaveAsync("club.changed", cancel);
        return LocalRedirect(Here + "?fait=enregistre");
    }

    /// <summary>What no list of the page offers was made up.</summary>
    private void CheckChoices()
    {
        if (Form.Product is { } product && !Products.Any(p => p.Number == product))
        {
            ModelState.AddModelError("produit", t["Ce produit n’existe pas."]);
        }

        if (Form.Newsletter is { } newsletter && !Newsletters.Any(n => n.Id == newsletter))
        {
            ModelState.AddModelError("lettre", t["Cette lettre n’existe pas."]);
        }

        foreach (var (index, _) in Form.Team.Index().Where(row => row.Item.Author is { } author && !Authors.Any(a => a.Id == author)))
        {
            ModelState.AddModelError($"equipe[{index}].auteur", t["Choisissez quelqu’un qui signe dans le journal."]);
        }
    }

    private async Task SaveAsync(string what, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Pages of its sections bear its colour and its head, articles among them: such a change is rare.
        db.Append(now, what, ChangeLog.Everything);
        db.Record(now, HttpContext.SignedIn()!, what, null, Club.Section.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken cancel)
    {
        Club = (await db.Clubs.Include(c => c.Section).Include(c => c.Topics).Include(c => c.Team).Include(c => c.Pins).AsSplitQuery().FirstOrDefaultAsync(c => c.Section.Slug == slug, cancel))!;
        if (Club is null)
        {
            return false;
        }

        Products = await db.Products.AsNoTracking().Where(p => p.RetiredAt == null || p.Number == Club.ProductNumber).OrderBy(p => p.Number).ToListAsync(cancel);
        Newsletters = await db.Newsletters.AsNoTracking().OrderBy(n => n.Name).ToListAsync(cancel);
        Authors = await db.Authors.AsNoTracking().OrderBy(a => a.Name).Select(a => new Named(a.Id, a.Slug, a.Name)).ToListAsync(cancel);
        return true;
    }
}
