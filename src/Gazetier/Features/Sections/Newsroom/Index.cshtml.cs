using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sections.Newsroom;

/// <summary>The tree of sections, in its order, with what stands in each.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    /// <summary>"monter:actualite", "descendre:actualite"; empty: the numbers.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>The number that each section got among its siblings, by slug.</summary>
    [BindProperty(Name = "rang")]
    public Dictionary<string, int?> Typed { get; set; } = [];

    /// <summary>What was done before: "ordre", "supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        var ids = sections.ConvertAll(s => s.Id);
        var articles = await db.Listings.Where(l => ids.Contains(l.ListId)).GroupBy(l => l.ListId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var follows = await db.Follows.Where(f => f.Kind == FollowKind.Section).GroupBy(f => f.SubjectId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Lines = [.. sections.InTree().Select(one => new Line(
            one.Section, one.Depth, 1 + sections.Where(s => s.ParentId == one.Section.ParentId).ToList().IndexOf(one.Section),
            articles.GetValueOrDefault(one.Section.Id), follows.GetValueOrDefault(one.Section.Id)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        foreach (var siblings in sections.GroupBy(s => s.ParentId))
        {
            var ordered = siblings.InTypedOrder(s => Typed.GetValueOrDefault(s.Slug));
            if (Action?.Split(':') is [var verb, var slug])
            {
                ordered.Move(ordered.FindIndex(s => s.Slug == slug), verb == "monter" ? -1 : 1);
            }

            foreach (var (index, section) in ordered.Index())
            {
                section.Position = index + 1;
            }
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "sections.ordered", ChangeLog.Everything);
        db.Record(now, HttpContext.SignedIn()!, "sections.ordered");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/rubriques?fait=ordre");
    }

    /// <summary>One section in the tree.</summary>
    /// <param name="Rank">From 1, among its siblings.</param>
    public sealed record Line(Section Section, int Depth, int Rank, int Articles, int Followers);
}
