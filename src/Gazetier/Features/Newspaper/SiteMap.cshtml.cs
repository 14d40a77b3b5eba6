using Gazetier.Data;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newspaper;

/// <summary>Everything that has a page, by kind (RGAA 12.3). The sections come with the masthead.</summary>
[PublicPage]
public class SiteMapModel(GazetierDb db) : PageModel
{
    public IReadOnlyList<PlanLine> Themes { get; private set; } = [];

    public IReadOnlyList<PlanLine> Dossiers { get; private set; } = [];

    public IReadOnlyList<PlanLine> Authors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Themes = InOrder("themes", await db.Themes.Select(t => new PlanLine(t.Slug, t.Name)).ToListAsync(cancel));
        Dossiers = InOrder("dossiers", await db.Dossiers.Select(d => new PlanLine(d.Slug, d.Title)).ToListAsync(cancel));
        Authors = InOrder("auteurs", await db.Authors.Select(a => new PlanLine(a.Slug, a.Name)).ToListAsync(cancel));
    }

    /// <summary>As a French dictionary has it, which the databases do not know: É stands with E.</summary>
    private static List<PlanLine> InOrder(string folder, List<PlanLine> lines) =>
    [
        .. lines.OrderBy(line => line.Name, French.Order)
            .Select(line => line with { Path = $"/{folder}/{line.Path}/" }),
    ];
}

/// <summary>One line of the plan: where, and its name.</summary>
public sealed record PlanLine(string Path, string Name);
