using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Newsroom;

/// <summary>All clubs; and a section that becomes one.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    private const string FirstColour = "#1f4f7a";

    [BindProperty(Name = "rubrique")]
    public Guid? Section { get; set; }

    public IReadOnlyList<Line> Clubs { get; private set; } = [];

    /// <summary>Those that are no club and lie in none.</summary>
    public IReadOnlyList<(Section Section, int Depth)> Sections { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Sections.FirstOrDefault(one => one.Section.Id == Section).Section is not { } section)
        {
            return this.Refused("rubrique", t["Choisissez une rubrique qui n’est dans aucun club."]);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Clubs.Add(new Club { SectionId = section.Id, Colour = FirstColour, Position = Clubs.Count + 1 });
        db.Append(now, "club.created", OpenClubs.Tag);
        db.Record(now, HttpContext.SignedIn()!, "club.created", null, section.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/clubs/" + section.Slug);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Clubs = await db.Clubs.AsNoTracking().OrderBy(c => c.Position).Select(c => new Line(
            c.SectionId, c.Section.Slug, c.Section.Name, c.OpenedAt != null,
            db.Products.Where(p => p.Number == c.ProductNumber).Select(p => p.Name).FirstOrDefault(),
            db.ClubQuestions.Count(q => q.ClubId == c.SectionId && q.State == QuestionState.Waiting))).ToListAsync(cancel);
        var all = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        var taken = Clubs.SelectMany(club => all.WithBelow(club.Id)).ToHashSet();
        Sections = [.. all.InTree().Where(one => !taken.Contains(one.Section.Id))];
    }

    /// <summary>A club in the list.</summary>
    /// <param name="Product">Name of what makes one a member.</param>
    public sealed record Line(Guid Id, string Slug, string Name, bool IsOpen, string? Product, int Waiting);
}
