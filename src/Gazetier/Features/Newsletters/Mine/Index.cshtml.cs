using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Mine;

/// <summary>The newsletters that a reader gets, and those that they may sign up to; what changes is kept as said (L-52).</summary>
public class IndexModel(GazetierDb db, ChangeSignup change, Phrases t) : PageModel
{
    public const string Here = "/mon-compte/lettres";

    /// <summary>Slugs of the boxes that are ticked.</summary>
    [BindProperty(Name = "lettres")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>What was done before: "enregistre", "inscrit".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The newsletter that it was done to.</summary>
    [BindProperty(Name = "lettre", SupportsGet = true)]
    public string? Which { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Said => Done switch
    {
        "enregistre" => t["C’est enregistré."],
        "inscrit" when Lines.FirstOrDefault(line => line.IsOn && line.Newsletter.Slug == Which) is { } line => t["Vous êtes inscrit(e) à « {0} ».", line.Newsletter.Name],
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await LinesAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        foreach (var line in await LinesAsync(cancel))
        {
            var isChosen = Chosen.Contains(line.Newsletter.Slug, StringComparer.Ordinal);
            if (isChosen && !line.IsOn)
            {
                await change.JoinAsync(me, line.Newsletter, NewsletterNames.ConsentTo(line.Newsletter.Name, t), Here, cancel);
            }
            else if (!isChosen && line.IsOn)
            {
                await change.LeaveAsync(me, line.Newsletter, t["Ne plus recevoir « {0} ».", line.Newsletter.Name], Here, cancel);
            }
        }

        return LocalRedirect(Here + "?fait=enregistre");
    }

    private Task<List<Line>> LinesAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        var mine = db.NewsletterSignups.Standing().Where(s => s.AccountId == me);
        return db.Newsletters.AsNoTracking()
            .Where(n => n.IsOpen || mine.Any(s => s.NewsletterId == n.Id))
            .OrderBy(n => n.Name)
            .Select(n => new Line(
                n, mine.Any(s => s.NewsletterId == n.Id), db.Products.Where(p => p.Number == n.ProductNumber).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    /// <summary>One newsletter.</summary>
    /// <param name="Product">Name of the product whose holders get it.</param>
    public sealed record Line(Newsletter Newsletter, bool IsOn, string? Product);
}
